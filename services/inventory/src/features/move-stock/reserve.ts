import { type SkuQuantity, stockRefused, stockReserved } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { addUp, type Round, type RoundId, type Shortage } from '../../reservation.js';
import type { Shelf } from '../../shelf.js';
import { availableOf } from '../../stock.js';
import { saidOf, type Verdict } from './verdict.js';

export interface Try extends RoundId {
  readonly lines: readonly SkuQuantity[];
  readonly holdSeconds: number;
}

/**
 * Holds every line of an order or none. A repeated try is answered as the first one was, a try that comes after its
 * cancel is refused.
 */
export function reserve(shelf: Shelf, wanted: Try): Verdict {
  const known = shelf.round(wanted);
  if (known) return again(shelf, known);
  if (shelf.isRefunded(wanted.orderId)) return refuse(shelf, wanted, { path: 'try-after-refund' });
  const lines = addUp(wanted.lines);
  const shortages = shortagesOf(shelf, lines);
  if (shortages.length > 0) return refuse(shelf, wanted, { path: 'refused', shortages });
  shelf.hold(wanted, lines, wanted.holdSeconds);
  return { path: 'granted', said: [reserved(shelf.become(wanted, 'granted'))] };
}

/** A hold that stands, or was sold, is said again; one that is gone must not be taken for one that stands. */
function again(shelf: Shelf, known: Round): Verdict {
  switch (known.outcome) {
    case 'granted':
    case 'confirmed':
    case 'returned':
      return { path: 'try-repeated', said: [reserved(shelf.become(known, known.outcome))] };
    case 'refused':
      return refuse(shelf, known, { path: 'try-repeated', shortages: known.shortages });
    case 'released-before-try':
    case 'released':
    case 'expired':
    case 'confirm-refused':
      return refuse(shelf, known, { path: 'try-after-cancel' });
    case 'refunded':
      throw new Error('A try cannot be about a whole order');
    default:
      return assertNever(known.outcome);
  }
}

function refuse(
  shelf: Shelf,
  of: RoundId,
  { path, shortages = [] }: { readonly path: Verdict['path']; readonly shortages?: readonly Shortage[] },
): Verdict {
  const outcome = shelf.round(of)?.outcome ?? 'refused';
  const round = shelf.become(of, outcome, shortages);
  const data = { orderId: of.orderId, round: of.round, shortages: [...shortages] };
  return { path, said: [saidOf(stockRefused, round, data)] };
}

const reserved = (round: Round) =>
  saidOf(stockReserved, round, { orderId: round.orderId, round: round.round });

function shortagesOf(shelf: Shelf, lines: readonly SkuQuantity[]): Shortage[] {
  return lines.flatMap(({ sku, quantity: wanted }) => {
    const row = shelf.stockOf(sku);
    const available = row ? availableOf(row) : 0;
    return available < wanted ? [{ sku, wanted, available }] : [];
  });
}
