import { type SalesDay, salesDayKey } from '@evenkeel/contracts';
import type { Difference } from '../../difference.js';
import { differing, type Sayings } from './compare.js';

/** R1: the sales of a day are those of the orders that were paid on it. */
export function checkDay(sold: SalesDay | null, shown: SalesDay | null): Difference[] {
  const day = sold ?? shown;
  if (!day) return [];
  const minor = Math.abs(keptOf(sold) - keptOf(shown));
  // What somebody else wrote may be no number at all.
  const atStake = Number.isSafeInteger(minor) ? { minor, currency: day.currency } : null;
  return differing(
    { class: 'sales-drifted', subject: salesDayKey(day), atStake },
    ['order', sayingsOf(sold)],
    ['views', sayingsOf(shown)],
  );
}

const keptOf = (day: SalesDay | null): number => (day ? day.gross - day.refunded : 0);

const sayingsOf = (day: SalesDay | null): Sayings => ({
  orders: String(day?.orders ?? 0),
  units: String(day?.units ?? 0),
  gross: String(day?.gross ?? 0),
  refunded: String(day?.refunded ?? 0),
});
