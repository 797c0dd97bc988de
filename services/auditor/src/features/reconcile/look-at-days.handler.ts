import { eachPage, listSalesDays, listSoldDays, type SalesDay, salesDayKey } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { Difference } from '../../difference.js';
import { checkDay } from './check-day.js';

const FIRST = 100;

/** Holds the sales of every day against the orders that were paid on it. */
export async function lookAtDays(call: House['call']): Promise<Difference[]> {
  const sold = new Map<string, SalesDay>();
  await eachPage(
    (after) => call(listSoldDays, { first: FIRST, after }),
    async (days) => days.forEach((day) => void sold.set(salesDayKey(day), day)),
  );
  const shown = new Map<string, SalesDay>();
  await eachPage(
    (after) => call(listSalesDays, { first: FIRST, after }),
    async (days) => days.forEach((day) => void shown.set(salesDayKey(day), day)),
  );
  const keys = new Set([...sold.keys(), ...shown.keys()]);
  return [...keys].flatMap((key) => checkDay(sold.get(key) ?? null, shown.get(key) ?? null));
}
