import {
  type ActionOutput,
  eachPage,
  listSalesDays,
  listSoldDays,
  type SalesDay,
  salesDayKey,
} from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import type { Difference } from '../../difference.js';
import { checkDay } from './check-day.js';

const FIRST = 100;

/** Holds the sales of every day against the orders that were paid on it. */
export async function lookAtDays(call: House['call']): Promise<Difference[]> {
  const sold = await soldDays(call);
  const shown = new Map<string, SalesDay>();
  await eachPage(
    (after) => call(listSalesDays, { first: FIRST, after }),
    async (days) => days.forEach((day) => void shown.set(salesDayKey(day), day)),
  );
  const keys = new Set([...sold.keys(), ...shown.keys()]);
  return [...keys].flatMap((key) => checkDay(sold.get(key) ?? null, shown.get(key) ?? null));
}

/** The sums of all orders, of which the owner tells some thousands at a time. */
async function soldDays(call: House['call']): Promise<Map<string, SalesDay>> {
  const sold = new Map<string, SalesDay>();
  for (let after: OrderId | null = null; ; ) {
    const { days, next }: ActionOutput<typeof listSoldDays> = await call(listSoldDays, { after });
    for (const day of days) sold.set(salesDayKey(day), sumOf(day, sold.get(salesDayKey(day))));
    if (next === null) return sold;
    after = next;
  }
}

const sumOf = (day: SalesDay, more: SalesDay | undefined): SalesDay => ({
  ...day,
  orders: day.orders + (more?.orders ?? 0),
  units: day.units + (more?.units ?? 0),
  gross: day.gross + (more?.gross ?? 0),
  refunded: day.refunded + (more?.refunded ?? 0),
});
