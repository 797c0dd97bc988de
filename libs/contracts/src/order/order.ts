import { z } from 'zod';
import { localized } from '../shared/text.js';
import {
  address,
  currency,
  customerId,
  instant,
  minorUnits,
  money,
  orderId,
  quantity,
  sku,
} from '../shared/values.js';

export const ORDER_STATES = [
  'placed',
  'reserved',
  'awaiting-payment',
  'paid',
  'fulfilling',
  'completed',
  'rejected',
  'cancelled',
  'expired',
  'refunding',
  'refunded',
] as const;
export const orderState = z.enum(ORDER_STATES);
export type OrderStateName = z.infer<typeof orderState>;

/** Every legal change of state. What is not here cannot happen. */
export const ORDER_TRANSITIONS: Readonly<Record<OrderStateName, readonly OrderStateName[]>> = {
  placed: ['reserved', 'awaiting-payment', 'rejected', 'cancelled', 'expired'],
  reserved: ['awaiting-payment', 'rejected', 'cancelled', 'expired'],
  'awaiting-payment': ['paid', 'cancelled', 'expired'],
  paid: ['fulfilling', 'refunding'],
  fulfilling: ['completed', 'refunding'],
  completed: ['refunding'],
  // Money that came after the end: decisions.md 2 names the only exits.
  rejected: ['refunding'],
  cancelled: ['refunding'],
  expired: ['paid', 'refunding'],
  refunding: ['refunded'],
  refunded: [],
};

/** The ways an order can travel (consistency.md §3). */
export const protocol = z.enum(['saga']);
export type Protocol = z.infer<typeof protocol>;

/** A line as it was sold: names and price are copies, so that the order does not change with the catalogue. */
export const orderLine = z.object({
  sku,
  productId: z.uuid(),
  slug: z.string(),
  title: localized,
  /** The choices in words, such as "Sea, 52 cm"; empty for a product without options. */
  choice: z.object({ en: z.string(), zh: z.string() }),
  picture: z.string(),
  quantity,
  unitPrice: minorUnits,
});
export type OrderLine = z.infer<typeof orderLine>;

/** What an order costs, in minor units of one currency: total = subtotal − discount − pointsValue + shipping. */
export const priced = z.object({
  currency,
  subtotal: minorUnits,
  /** Taken off by the coupon. */
  discount: minorUnits,
  shipping: minorUnits,
  pointsSpent: z.int().nonnegative(),
  /** What the points take off. */
  pointsValue: minorUnits,
  total: minorUnits,
  /** Points that paying will earn; 0 for guests. */
  pointsToEarn: z.int().nonnegative(),
});
export type Priced = z.infer<typeof priced>;

/** What never changes of an order, from the moment it is placed. */
export const orderFacts = z.object({
  orderId,
  customerId,
  shopperKind: z.enum(['guest', 'customer']),
  email: z.string(),
  address,
  lines: z.array(orderLine).min(1),
  price: priced,
  coupon: z.string().nullable(),
  protocol,
  placedAt: instant,
});
export type OrderFacts = z.infer<typeof orderFacts>;

export const rejection = z.discriminatedUnion('reason', [
  z.object({
    reason: z.literal('sold-out'),
    shortages: z.array(z.object({ sku, wanted: z.int(), available: z.int() })),
  }),
  z.object({
    reason: z.literal('coupon-refused'),
    why: z.enum(['unknown', 'used-up', 'already-used', 'minimum']),
  }),
  z.object({ reason: z.literal('not-enough-points'), available: z.int() }),
]);
export type Rejection = z.infer<typeof rejection>;

/** A change of an order that was published: the type and time of its event, and what it said beyond the facts. */
export const publishedChange = z.object({
  version: z.int().positive(),
  type: z.string(),
  at: instant,
  more: z.record(z.string(), z.unknown()),
});
export type PublishedChange = z.infer<typeof publishedChange>;

/** The owner's own picture of an order at one version: answers of commands and of "ask the owner". */
export const orderSnapshot = z.object({
  facts: orderFacts,
  state: orderState,
  version: z.int().positive(),
  payBy: instant.nullable(),
  /** The open attempt, if a payment is on its way. */
  paymentInProgress: z.boolean(),
  captured: money.nullable(),
  refunded: money.nullable(),
  rejection: rejection.nullable(),
});
export type OrderSnapshot = z.infer<typeof orderSnapshot>;
