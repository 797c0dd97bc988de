import { type Repaired, salesDayKey } from '@evenkeel/contracts';
import type { DailySalesDocument } from '../../store/models.js';
import type { Turnstile } from '../../turnstile.js';
import type { dailySales } from '../sales/daily-sales.js';

interface Parts {
  readonly sales: Pick<ReturnType<typeof dailySales>, 'touch' | 'refresh' | 'compare'>;
  readonly turnstile: Turnstile;
}

/** Sums one day anew from its orders; what was shown of it without an order goes. */
export const rebuildDay =
  ({ sales, turnstile }: Parts) =>
  (day: string, dryRun: boolean): Promise<Repaired> =>
    turnstile.pass(async () => {
      const { shown, sold } = await sales.compare(day);
      const [from, to] = [wordsOf(shown), wordsOf(sold)];
      if (dryRun) return { needed: from !== to, from, to };
      sales.touch([day]);
      await sales.refresh();
      return { needed: from !== to, from, to: wordsOf((await sales.compare(day)).shown) };
    });

const wordsOf = (rows: readonly DailySalesDocument[]): string =>
  rows
    .map(
      (row) =>
        `${salesDayKey(row)}: ${row.orders} orders, ${row.units} units for ${row.gross}, ${row.refunded} back`,
    )
    .sort()
    .join('; ') || 'no sales';
