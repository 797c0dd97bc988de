import { z } from 'zod';
import { defineQuery } from '../registry/action.js';
import { pageOf, pageRequest } from '../shared/paging.js';
import { currency, minorUnits } from '../shared/values.js';

/** What was sold on a day (UTC) in one currency, by the day on which it was paid. */
export const salesDay = z.object({
  day: z.string(),
  currency,
  orders: z.int(),
  units: z.int(),
  gross: minorUnits,
  refunded: minorUnits,
});
export type SalesDay = z.infer<typeof salesDay>;

/** A day and its currency, such as `2026-11-29/USD`. */
export const salesDayKey = ({ day, currency }: Pick<SalesDay, 'day' | 'currency'>): string =>
  `${day}/${currency}`;

/** Declares the question for the sums of all days; they are asked alike, oldest first, by `day/currency`. */
const listDays = <Name extends string>(name: Name, summary: string) =>
  defineQuery(name, { access: 'internal', summary, input: pageRequest, output: pageOf(salesDay) });

export const listSoldDays = listDays(
  'order.list-sold-days',
  'Sums of the orders that were paid, by day and currency, for the auditor.',
);
export const listSalesDays = listDays(
  'views.list-sales-days',
  'The sales of every day that views shows, for the auditor.',
);

export const salesDaysQueries = [listSoldDays, listSalesDays] as const;
