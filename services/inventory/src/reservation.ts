import type { SkuQuantity } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';

/** The stock of one SKU. */
export interface StockRow {
  readonly sku: Sku;
  readonly onHand: number;
  readonly reserved: number;
  readonly version: number;
  readonly supplied: number;
  readonly adjusted: number;
}

export type ReservationStatus = 'HELD' | 'CONFIRMED' | 'RELEASED' | 'EXPIRED';

export interface Reservation {
  readonly orderId: OrderId;
  readonly round: number;
  readonly sku: Sku;
  readonly quantity: number;
  readonly status: ReservationStatus;
  readonly holdSeconds: number;
}

/**
 * What became of a round. `granted` is the only one that can still change:
 * to `confirmed`, `released` or `expired`, each for ever.
 */
export type Outcome = 'granted' | 'refused' | 'confirmed' | 'released' | 'expired' | 'returned';

/** The fence of one order and round: whoever comes first decides, whoever comes later finds the answer. */
export interface Round {
  readonly orderId: OrderId;
  readonly round: number;
  readonly outcome: Outcome;
  readonly version: number;
  readonly shortages: readonly Shortage[];
}

export interface Shortage {
  readonly sku: Sku;
  readonly wanted: number;
  readonly available: number;
}

export interface Movement {
  readonly sku: Sku;
  readonly version: number;
  readonly kind: 'supplied' | 'adjusted' | 'held' | 'released' | 'confirmed' | 'returned';
  readonly onHandDelta: number;
  readonly reservedDelta: number;
  readonly orderId: OrderId | null;
  readonly reason: string | null;
}

export const roundKey = (orderId: OrderId, round: number): string => `${orderId}/${round}`;

export const availableOf = (row: Pick<StockRow, 'onHand' | 'reserved'>): number => row.onHand - row.reserved;

/** A SKU on two lines is one line with both quantities; sorted, so that every batch takes rows in the same order. */
export function addUp(lines: readonly SkuQuantity[]): SkuQuantity[] {
  const sums = new Map<Sku, number>();
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums].map(([sku, quantity]) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}
