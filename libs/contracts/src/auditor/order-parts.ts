import { z } from 'zod';
import { accountName, journalKind } from '../finance/finance.js';
import { orderState, priced } from '../order/order.js';
import { attemptState } from '../payment/payment-messages.js';
import { defineQuery } from '../registry/action.js';
import { NUMBER_CURSOR, pageOf, pageRequestAfter } from '../shared/paging.js';
import {
  attemptId,
  currency,
  customerId,
  minorUnits,
  money,
  orderId,
  refundId,
  sku,
} from '../shared/values.js';
import { salesDay } from './sales-days.js';

/** Some orders in the order of their numbers: those after one, up to another if that is given. */
const orderRange = pageRequestAfter(NUMBER_CURSOR).extend({ upTo: orderId.nullish() });

/** Declares the question what a service holds of each order; all of them are asked alike, one item an order. */
const listOrderParts = <Service extends string, Part extends z.ZodType>(service: Service, part: Part) =>
  defineQuery(`${service}.list-order-parts`, {
    access: 'internal',
    summary: `What ${service} holds of each order, by number, for the auditor.`,
    input: orderRange,
    output: pageOf(part),
  });

export const orderPart = z.object({
  orderId,
  customerId,
  state: orderState,
  version: z.int(),
  total: money,
  lines: z.array(z.object({ sku, quantity: z.int(), unitPrice: minorUnits })),
  /** What the total is made of. */
  price: priced,
  pointsToEarn: z.int(),
  captured: money.nullable(),
  refunded: money.nullable(),
  /** The day (UTC) on which it was paid; null for one that never was. */
  soldOn: z.string().nullable(),
  /** What was published after the placing, in the order of its versions. */
  changes: z.array(z.object({ version: z.int(), type: z.string() })),
  /** Since the last of them, by the owner's database clock. */
  restSeconds: z.number(),
});
export type OrderPart = z.infer<typeof orderPart>;
export const listOrderPartsOfOrder = listOrderParts('order', orderPart);

export const stockPart = z.object({
  orderId,
  rows: z.array(
    z.object({
      round: z.int(),
      sku,
      quantity: z.int(),
      status: z.enum(['HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED']),
      returned: z.int(),
    }),
  ),
});
export type StockPart = z.infer<typeof stockPart>;
export const listOrderPartsOfInventory = listOrderParts('inventory', stockPart);

export const paymentPart = z.object({
  orderId,
  attempts: z.array(
    z.object({
      attemptId,
      state: attemptState,
      amount: money,
      taken: money.nullable(),
      ageSeconds: z.number(),
    }),
  ),
  refunds: z.array(z.object({ refundId, attemptId, amount: money, state: z.enum(['asked', 'done']) })),
});
export type PaymentPart = z.infer<typeof paymentPart>;
export const listOrderPartsOfPayment = listOrderParts('payment', paymentPart);

export const ledgerPart = z.object({
  orderId,
  kinds: z.array(journalKind),
  balances: z.array(z.object({ account: accountName, currency, balance: minorUnits })),
});
export type LedgerPart = z.infer<typeof ledgerPart>;
export const listOrderPartsOfFinance = listOrderParts('finance', ledgerPart);

export const pointsPart = z.object({
  orderId,
  customerId,
  /** What the order earned and its refund took back, as loyalty decided it. */
  earned: z.int(),
  takenBack: z.int(),
  /** The same as the entries of the wallet have it: earned ones less those taken back. */
  entered: z.int(),
  /** Points that are frozen for it, and the coupon that is in use for it. */
  held: z.int(),
  coupon: z.string().nullable(),
});
export type PointsPart = z.infer<typeof pointsPart>;
export const listOrderPartsOfLoyalty = listOrderParts('loyalty', pointsPart);

export const viewPart = z.object({
  orderId,
  /** To whom it is shown; null while nobody sees it. */
  customerId: customerId.nullable(),
  state: orderState,
  version: z.int(),
  total: money.nullable(),
  captured: money.nullable(),
  refunded: money.nullable(),
  /** Less what a refund took back. */
  pointsEarned: z.int(),
  /** What it adds to the sales of a day. */
  sold: salesDay.omit({ orders: true }).nullable(),
});
export type ViewPart = z.infer<typeof viewPart>;
export const listOrderPartsOfViews = listOrderParts('views', viewPart);

export const orderPartsQueries = [
  listOrderPartsOfOrder,
  listOrderPartsOfInventory,
  listOrderPartsOfPayment,
  listOrderPartsOfFinance,
  listOrderPartsOfLoyalty,
  listOrderPartsOfViews,
] as const;
