import { z } from 'zod';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { NUMBER_CURSOR, pageOf, pageRequestAfter } from '../shared/paging.js';
import { address, customerId, money, orderId, skuQuantity } from '../shared/values.js';
import { orderSnapshot, orderState, publishedChange, rejection } from './order.js';

const order = orderSnapshot;

/** What a key replays: the domain result, stored by the transaction that decided it. */
export const placeOrderResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placed'), order }),
  z.object({ kind: z.literal('rejected'), order, rejection }),
  z.object({ kind: z.literal('price-changed'), total: money }),
  z.object({ kind: z.literal('unknown-sku'), skus: z.array(z.string()) }),
  z.object({ kind: z.literal('cart-empty') }),
  z.object({
    kind: z.literal('coupon-refused'),
    why: z.enum(['unknown', 'used-up', 'already-used', 'minimum']),
  }),
  z.object({ kind: z.literal('not-enough-points'), available: z.int() }),
]);
export type PlaceOrderResult = z.infer<typeof placeOrderResult>;

/** Every keyed answer says whether it is the first one or a replay of it. */
const keyed = <R extends z.ZodType>(result: R) => z.object({ replayed: z.boolean(), result });
export interface Keyed<R> {
  readonly replayed: boolean;
  readonly result: R;
}

/** The key of the caller, 1–255 visible ASCII characters; scope is (caller, operation, key). */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/);

export const placeOrder = defineCommandAction('order.place-order', {
  access: 'shopper',
  summary:
    'Prices and places an order; answers when stock, points and coupon are decided, at the latest after 2 s.',
  input: z
    .object({
      key: idempotencyKey,
      lines: z.array(skuQuantity).max(100),
      /**
       * The lines are what the cart holds now. They are no part of the body that the key stands for, and may be
       * empty: the order that the key made has emptied the cart, and sending it again must replay that order.
       */
      fromCart: z.boolean(),
      email: z.email().max(254),
      address,
      expectedTotal: money,
      points: z.int().nonnegative().default(0),
      coupon: z.string().max(40).nullish(),
    })
    .refine(({ lines, fromCart }) => fromCart || lines.length > 0, {
      path: ['lines'],
      message: 'at least one line',
    }),
  output: keyed(placeOrderResult),
});

export const payOrderResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), order }),
  z.object({ kind: z.literal('declined'), order, bankReason: z.string().nullable() }),
  z.object({ kind: z.literal('not-payable'), order, why: z.enum(['state', 'too-late']) }),
  z.object({ kind: z.literal('not-found') }),
]);
export type PayOrderResult = z.infer<typeof payOrderResult>;

export const payOrder = defineCommandAction('order.pay-order', {
  access: 'shopper',
  summary: 'Opens the payment with a token of the bank; waits at most 2 s for the outcome.',
  input: z.object({ key: idempotencyKey, orderId, token: z.string().min(1).max(200) }),
  output: keyed(payOrderResult),
});

export const cancelOrderResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled'), order, paymentInDoubt: z.boolean() }),
  z.object({ kind: z.literal('refunding'), order }),
  z.object({ kind: z.literal('not-cancellable'), order }),
  z.object({ kind: z.literal('not-found') }),
]);
export type CancelOrderResult = z.infer<typeof cancelOrderResult>;

export const cancelOrder = defineCommandAction('order.cancel-order', {
  access: 'shopper',
  summary: 'Takes an order back: before it is paid everything held is given back, after it the money too.',
  input: z.object({ key: idempotencyKey, orderId }),
  output: keyed(cancelOrderResult),
});

export const requestRefundResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refunding'), order }),
  z.object({ kind: z.literal('not-refundable'), order }),
  z.object({ kind: z.literal('not-found') }),
]);
export type RequestRefundResult = z.infer<typeof requestRefundResult>;

export const requestRefund = defineCommandAction('order.request-refund', {
  access: 'shopper',
  summary: 'Asks for the money of a paid order back.',
  input: z.object({ key: idempotencyKey, orderId, reason: z.string().trim().max(500).nullish() }),
  output: keyed(requestRefundResult),
});

export const getOrder = defineQuery('order.get-order', {
  access: 'shopper',
  summary: "The owner's picture of one order of the caller, or null.",
  input: z.object({ orderId }),
  output: order.nullable(),
});

export const listOrders = defineQuery('order.list-orders', {
  access: 'operator',
  summary: 'Orders by state, newest first; `stuck` keeps those past their deadline.',
  input: pageRequestAfter(NUMBER_CURSOR).extend({
    state: orderState.nullish(),
    stuck: z.boolean().nullish(),
  }),
  output: pageOf(z.object({ order, step: z.string(), attempts: z.int(), deadlineAt: z.string().nullable() })),
});

export const getOrderStates = defineQuery('order.get-order-states', {
  access: 'internal',
  summary: 'State and round of orders by number, in the order asked for; null for numbers never given out.',
  input: z.object({ orderIds: z.array(orderId).min(1).max(100) }),
  output: z.array(z.object({ orderId, state: orderState, round: z.int(), version: z.int() }).nullable()),
});

export const listOrderFacts = defineQuery('order.list-order-facts', {
  access: 'internal',
  summary: 'All orders by number, each with all that was published of it, for checks and rebuilds.',
  input: pageRequestAfter(NUMBER_CURSOR),
  output: pageOf(order.extend({ changes: z.array(publishedChange) })),
});

export const findPublished = defineQuery('order.find-published', {
  access: 'internal',
  summary: 'The id of the message that told of a change of an order; null once the outbox has forgotten it.',
  input: z.object({ orderId, version: z.int().positive() }),
  output: z.object({ messageId: z.uuid() }).nullable(),
});

export const hasBought = defineQuery('order.has-bought', {
  access: 'internal',
  summary: 'Whether a customer has paid for this product and kept it: for the badge of a review.',
  input: z.object({ customerId, productId: z.uuid() }),
  output: z.boolean(),
});

export const orderActions = [
  placeOrder,
  payOrder,
  cancelOrder,
  requestRefund,
  getOrder,
  listOrders,
  getOrderStates,
  listOrderFacts,
  findPublished,
  hasBought,
] as const;
