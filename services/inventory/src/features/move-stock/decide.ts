import type { SkuQuantity } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import { addUp, availableOf, type Outcome, type Reservation, type Shortage } from '../../reservation.js';
import type { Shelf } from '../../shelf.js';

export type ReserveAnswer =
  | { readonly granted: true; readonly version: number }
  | { readonly granted: false; readonly shortages: readonly Shortage[]; readonly version: number };

/**
 * Holds every line of an order or none. The fence answers a repeated try as the first time, and refuses a try that
 * comes after its cancel.
 */
export function reserve(
  shelf: Shelf,
  wanted: { orderId: OrderId; round: number; lines: readonly SkuQuantity[]; holdSeconds: number },
): ReserveAnswer {
  const { orderId, round } = wanted;
  const known = shelf.round(orderId, round);
  if (known) {
    const held = known.outcome === 'granted' || known.outcome === 'confirmed' || known.outcome === 'returned';
    return held
      ? { granted: true, version: 1 }
      : {
          granted: false,
          shortages: known.shortages,
          version: known.outcome === 'refused' ? 1 : known.version,
        };
  }
  const lines = addUp(wanted.lines);
  const shortages = shortagesOf(shelf, lines);
  if (shortages.length > 0) {
    shelf.setRound({ orderId, round, outcome: 'refused', version: 1, shortages });
    return { granted: false, shortages, version: 1 };
  }
  for (const { sku, quantity } of lines) {
    shelf.move(sku, { kind: 'held', onHandDelta: 0, reservedDelta: quantity, orderId, reason: null });
  }
  const { holdSeconds } = wanted;
  const reservations = lines.map(
    (line): Reservation => ({ orderId, round, ...line, status: 'HELD', holdSeconds }),
  );
  shelf.setReservations(orderId, round, reservations);
  shelf.setRound({ orderId, round, outcome: 'granted', version: 1, shortages: [] });
  return { granted: true, version: 1 };
}

function shortagesOf(shelf: Shelf, lines: readonly SkuQuantity[]): Shortage[] {
  return lines.flatMap(({ sku, quantity: wanted }) => {
    const row = shelf.stock.get(sku);
    const available = row ? availableOf(row) : 0;
    return available < wanted ? [{ sku, wanted, available }] : [];
  });
}

/** What a row becomes when it leaves HELD, and what that does to the shelf. */
const LEAVING = {
  CONFIRMED: { outcome: 'confirmed', kind: 'confirmed', onHand: -1 },
  RELEASED: { outcome: 'released', kind: 'released', onHand: 0 },
  EXPIRED: { outcome: 'expired', kind: 'released', onHand: 0 },
} as const satisfies Record<string, { outcome: Outcome; kind: string; onHand: -1 | 0 }>;

function leaveHeld(
  shelf: Shelf,
  of: { orderId: OrderId; round: number },
  status: keyof typeof LEAVING,
): number {
  const { orderId, round } = of;
  const { outcome, kind, onHand } = LEAVING[status];
  const rows = shelf.reservationsOf(orderId, round);
  for (const { sku, quantity } of rows) {
    shelf.move(sku, {
      kind,
      onHandDelta: onHand * quantity || 0,
      reservedDelta: -quantity,
      orderId,
      reason: null,
    });
  }
  shelf.setReservations(
    orderId,
    round,
    rows.map((row) => ({ ...row, status })),
  );
  const version = (shelf.round(orderId, round)?.version ?? 0) + 1;
  shelf.setRound({ orderId, round, outcome, version, shortages: [] });
  return version;
}

/** Gives a hold back. Without one it leaves the mark that refuses a late try. Null when there is nothing to say. */
export function release(shelf: Shelf, of: { orderId: OrderId; round: number }): { version: number } | null {
  const known = shelf.round(of.orderId, of.round);
  if (!known) {
    shelf.setRound({ ...of, outcome: 'released', version: 1, shortages: [] });
    return { version: 1 };
  }
  if (known.outcome === 'granted') return { version: leaveHeld(shelf, of, 'RELEASED') };
  return known.outcome === 'released' || known.outcome === 'expired' ? { version: known.version } : null;
}

/** Gives a hold back whose order has ended without it; a hold that is gone stays as it is. */
export function expire(shelf: Shelf, of: { orderId: OrderId; round: number }): { version: number } | null {
  return shelf.round(of.orderId, of.round)?.outcome === 'granted'
    ? { version: leaveHeld(shelf, of, 'EXPIRED') }
    : null;
}

export type ConfirmAnswer =
  | { readonly kind: 'confirmed'; readonly version: number }
  | { readonly kind: 'gone'; readonly version: number }
  /** The order was refunded before its sale arrived: there is nothing to confirm any more. */
  | { readonly kind: 'refunded' };

/** Takes what is held off the shelf for good. A hold may be confirmed past its expiry, as long as it is there. */
export function confirm(shelf: Shelf, of: { orderId: OrderId; round: number }): ConfirmAnswer {
  const known = shelf.round(of.orderId, of.round);
  if (known?.outcome === 'confirmed' || known?.outcome === 'returned') {
    return { kind: 'confirmed', version: 2 };
  }
  if (shelf.isReturned(of.orderId)) return { kind: 'refunded' };
  if (known?.outcome === 'granted') return { kind: 'confirmed', version: leaveHeld(shelf, of, 'CONFIRMED') };
  return { kind: 'gone', version: (known?.version ?? 0) + 1 };
}

/**
 * Puts the goods of a refunded order back. If its sale has not been seen yet, the hold is given back and a mark is
 * left that the sale will find. Null when they are back already.
 */
export function giveBack(shelf: Shelf, orderId: OrderId): { lines: SkuQuantity[]; version: number } | null {
  if (shelf.isReturned(orderId)) return null;
  const sold = shelf.latest(orderId, 'confirmed');
  const held = shelf.latest(orderId, 'granted');
  if (held) leaveHeld(shelf, held, 'RELEASED');
  const lines = sold
    ? shelf.reservationsOf(orderId, sold.round).map(({ sku, quantity }) => ({ sku, quantity }))
    : [];
  for (const { sku, quantity } of lines) {
    shelf.move(sku, { kind: 'returned', onHandDelta: quantity, reservedDelta: 0, orderId, reason: null });
  }
  shelf.noteReturn(orderId, lines);
  const version = (sold?.version ?? 0) + 1;
  if (sold) shelf.setRound({ ...sold, outcome: 'returned', version });
  return { lines, version };
}

/** The first pieces of a new SKU; a SKU that is known keeps what it has. */
export function supply(shelf: Shelf, sku: Sku, quantity: number): void {
  if (shelf.stock.has(sku)) return;
  shelf.move(sku, {
    kind: 'supplied',
    onHandDelta: quantity,
    reservedDelta: 0,
    orderId: null,
    reason: 'opening stock',
  });
}

export type AdjustAnswer =
  | { readonly kind: 'adjusted' }
  | { readonly kind: 'unknown-sku' }
  | { readonly kind: 'below-reserved'; readonly available: number };

/** Changes what is on hand; pieces that are held for orders cannot be taken away. */
export function adjust(shelf: Shelf, by: { sku: Sku; delta: number; reason: string }): AdjustAnswer {
  const row = shelf.stock.get(by.sku);
  if (!row) return { kind: 'unknown-sku' };
  const available = availableOf(row);
  if (available + by.delta < 0) return { kind: 'below-reserved', available };
  shelf.move(by.sku, {
    kind: 'adjusted',
    onHandDelta: by.delta,
    reservedDelta: 0,
    orderId: null,
    reason: by.reason,
  });
  return { kind: 'adjusted' };
}
