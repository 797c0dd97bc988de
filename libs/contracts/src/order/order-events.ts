import { z } from 'zod';
import { defineEvent } from '../registry/define.js';
import { attemptId, customerId, instant, money, orderId, skuQuantity } from '../shared/values.js';
import { orderFacts, rejection } from './order.js';

const about = { orderId, customerId };

export const orderPlaced = defineEvent('order.order-placed', {
  summary: 'A shopper placed an order; stock, points and coupon are not decided yet.',
  data: orderFacts,
});

export const orderReserved = defineEvent('order.order-reserved', {
  summary: 'Stock is held for the order; points and coupon are still being held.',
  data: z.object({ ...about, round: z.int() }),
});

export const orderAwaitingPayment = defineEvent('order.order-awaiting-payment', {
  summary: 'Everything is held for the order; it can be paid until `payBy`.',
  data: z.object({
    ...about,
    payBy: instant,
    round: z.int(),
    /** What the order took out of the cart; empty for "buy now". */
    cartLines: z.array(skuQuantity),
  }),
});

export const orderRejected = defineEvent('order.order-rejected', {
  summary: 'Stock, points or coupon could not be held; nothing is kept back.',
  data: z.object({ ...about, rejection }),
});

export const paymentStarted = defineEvent('order.payment-started', {
  summary: 'A payment attempt was opened for the order.',
  data: z.object({ ...about, attemptId }),
});

export const paymentFailed = defineEvent('order.payment-failed', {
  summary:
    'The attempt ended without money; an order that awaits its payment can be paid again until `payBy`.',
  data: z.object({
    ...about,
    attemptId,
    reason: z.enum(['declined', 'voided', 'amount-mismatch']),
    /** The bank's own word, where it gave one. */
    bankReason: z.string().nullable(),
  }),
});

export const orderPaid = defineEvent('order.order-paid', {
  summary: 'The pivot: exactly the total was captured; the order only goes forward from here.',
  data: z.object({
    ...orderFacts.shape,
    round: z.int(),
    /** Null when the total was 0 and no bank was asked. */
    attemptId: attemptId.nullable(),
    captured: money,
    paidAt: instant,
  }),
});

export const orderFulfilling = defineEvent('order.order-fulfilling', {
  summary: 'The parcel is with the carrier.',
  data: z.object(about),
});

export const orderCompleted = defineEvent('order.order-completed', {
  summary: 'The parcel was delivered.',
  data: z.object(about),
});

export const orderCancelled = defineEvent('order.order-cancelled', {
  summary: 'The shopper took the order back before it was paid; holds are being given back.',
  data: z.object({ ...about, paymentInDoubt: z.boolean() }),
});

export const orderExpired = defineEvent('order.order-expired', {
  summary: 'Nobody paid in time; holds are being given back.',
  data: z.object({ ...about, paymentInDoubt: z.boolean() }),
});

export const orderRefunding = defineEvent('order.order-refunding', {
  summary: 'The money goes back; every follower of the paid order takes its part back.',
  data: z.object({
    ...orderFacts.shape,
    round: z.int(),
    /** True when the order had been paid, so that sale, points and shipment exist or will. */
    wasPaid: z.boolean(),
    captured: money,
    reason: z.enum(['requested', 'cancelled', 'late-capture', 'stock-gone']),
  }),
});

export const orderRefunded = defineEvent('order.order-refunded', {
  summary: 'The bank gave the money back; the order is closed.',
  data: z.object({
    ...orderFacts.shape,
    wasPaid: z.boolean(),
    captured: money,
    refunded: money,
    /** Earned points that were already spent, and what they took off the refund. */
    shortfallPoints: z.int().nonnegative(),
    shortfall: money,
  }),
});

export const orderEvents = [
  orderPlaced,
  orderReserved,
  orderAwaitingPayment,
  orderRejected,
  paymentStarted,
  paymentFailed,
  orderPaid,
  orderFulfilling,
  orderCompleted,
  orderCancelled,
  orderExpired,
  orderRefunding,
  orderRefunded,
] as const;
