import { z } from 'zod';
import { defineQuery } from '../registry/action.js';
import { NUMBER_CURSOR, pageOf, pageRequest } from '../shared/paging.js';
import { currency, minorUnits, orderId } from '../shared/values.js';

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

export const listSoldDays = defineQuery('order.list-sold-days', {
  access: 'internal',
  summary:
    'Sums of the orders that were paid, by day and currency, of the next ten thousand orders, for the auditor.',
  input: z.object({ after: z.string().regex(NUMBER_CURSOR).nullish() }),
  output: z.object({
    days: z.array(salesDay),
    /** The last of these orders; null when there are no more. */
    next: orderId.nullable(),
  }),
});

export const listSalesDays = defineQuery('views.list-sales-days', {
  access: 'internal',
  summary: 'The sales of every day that views shows, oldest first, for the auditor.',
  input: pageRequest,
  output: pageOf(salesDay),
});

export const salesDaysQueries = [listSoldDays, listSalesDays] as const;
