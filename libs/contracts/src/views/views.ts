import { z } from 'zod';
import { salesDay } from '../auditor/sales-days.js';
import { productRecord, reviewRecord } from '../catalog/product.js';
import { availability } from '../inventory/inventory-messages.js';
import { walletChange } from '../loyalty/loyalty-messages.js';
import { orderFacts, orderState, rejection } from '../order/order.js';
import { idempotencyKey } from '../order/order-actions.js';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { defineEvent } from '../registry/define.js';
import { NUMBER_CURSOR, pageOf, pageRequestAfter, TIME_UUID_CURSOR, UUID_CURSOR } from '../shared/paging.js';
import { currency, customerId, instant, minorUnits, money, orderId } from '../shared/values.js';

/** One moment of an order's life, as the shopper's timeline shows it. */
export const orderMoment = z.object({
  kind: z.enum([
    'placed',
    'awaiting-payment',
    'payment-started',
    'payment-in-doubt',
    'payment-failed',
    'rejected',
    'paid',
    'packed',
    'dispatched',
    'delivered',
    'cancelled',
    'expired',
    'refunding',
    'refunded',
    'points-earned',
  ]),
  at: instant,
});
export type OrderMoment = z.infer<typeof orderMoment>;

/** The read model of an order. */
export const orderView = z.object({
  facts: orderFacts,
  state: orderState,
  version: z.int(),
  payBy: instant.nullable(),
  payment: z
    .object({
      state: z.enum(['started', 'in-doubt', 'captured', 'declined', 'voided', 'amount-mismatch', 'refunded']),
      bankReason: z.string().nullable(),
    })
    .nullable(),
  captured: money.nullable(),
  refunded: money.nullable(),
  shortfallPoints: z.int(),
  rejection: rejection.nullable(),
  refundReason: z.string().nullable(),
  shipment: z
    .object({
      state: z.enum(['created', 'dispatched', 'delivered', 'cancelled', 'returning', 'returned']),
      carrier: z.string().nullable(),
      trackingNumber: z.string().nullable(),
    })
    .nullable(),
  pointsEarned: z.int(),
  /** Paid, and stock, ledger, points and shipment all have their part. */
  settled: z.boolean(),
  timeline: z.array(orderMoment),
});
export type OrderView = z.infer<typeof orderView>;

/** A product with what changes around it: stock and reviews. */
export const productView = z.object({
  product: productRecord,
  availability: z.array(availability),
  rating: z.object({ average: z.number(), count: z.int(), histogram: z.array(z.int()).length(5) }),
});
export type ProductView = z.infer<typeof productView>;

export const walletView = walletChange.omit({ entries: true }).extend({ customerId });

export const orderChanged = defineEvent('views.order-changed', {
  summary: 'The read model of an order changed; live pages of its shopper show it.',
  data: z.object({ orderId, customerId, version: z.int(), state: orderState, settled: z.boolean() }),
});

export const productChanged = defineEvent('views.product-changed', {
  summary: 'What shoppers see of a product changed.',
  data: z.object({ productId: z.uuid(), slug: z.string(), availability: z.array(availability) }),
});

export const walletChanged = defineEvent('views.wallet-changed', {
  summary: 'The wallet of a customer changed.',
  data: walletView,
});

export const getOrders = defineQuery('views.get-orders', {
  access: 'shopper',
  summary:
    "Read models of the caller's orders by number, in the order asked for; null for what is not theirs.",
  input: z.object({ orderIds: z.array(orderId).min(1).max(100) }),
  output: z.array(orderView.nullable()),
});

export const listCustomerOrders = defineQuery('views.list-customer-orders', {
  access: 'shopper',
  summary: "The caller's orders, newest first.",
  input: pageRequestAfter(NUMBER_CURSOR),
  output: pageOf(orderView),
});

export const getProducts = defineQuery('views.get-products', {
  access: 'internal',
  summary: 'Products by id or slug, in the order asked for; null for unknown ones.',
  input: z.object({
    ids: z.array(z.string()).max(100).default([]),
    slugs: z.array(z.string()).max(100).default([]),
  }),
  output: z.array(productView.nullable()),
});

export const listProductReviews = defineQuery('views.list-product-reviews', {
  access: 'internal',
  summary: 'Reviews of a product, newest first.',
  input: pageRequestAfter(TIME_UUID_CURSOR).extend({ productId: z.uuid() }),
  output: pageOf(reviewRecord),
});

export const getWallet = defineQuery('views.get-wallet', {
  access: 'shopper',
  summary: "The caller's wallet with a page of its entries, newest first; null for guests.",
  input: pageRequestAfter(UUID_CURSOR),
  output: walletView.extend({ entries: pageOf(walletChange.shape.entries.element) }).nullable(),
});

export const getDailySales = defineQuery('views.get-daily-sales', {
  access: 'operator',
  summary: 'Sales by day (UTC) and currency, newest first.',
  input: z.object({ days: z.int().min(1).max(400).default(60) }),
  output: z.array(salesDay),
});

export const READ_MODELS = ['order', 'product', 'customer', 'daily-sales'] as const;
export type ReadModel = (typeof READ_MODELS)[number];

export const rebuildView = defineCommandAction('views.rebuild-view', {
  access: 'operator',
  summary:
    'Builds one read model from zero: the owners first, then the streams. Waits at most 2 s; asked again with the same key, it tells how far it is.',
  input: z.object({ key: idempotencyKey, model: z.enum(READ_MODELS) }),
  output: z.object({
    state: z.enum(['running', 'done', 'failed']),
    /** Documents of the new read model; while it is running, items that were read for it. */
    documents: z.int().nonnegative(),
  }),
});

export const getCustomer = defineQuery('views.get-customer', {
  access: 'operator',
  summary: 'What the house knows of a customer: number of orders, money spent and given back, by currency.',
  input: z.object({ customerId }),
  output: z
    .object({
      customerId,
      orders: z.int(),
      totals: z.array(z.object({ currency, spent: minorUnits, refunded: minorUnits })),
    })
    .nullable(),
});

export const viewsEvents = [orderChanged, productChanged, walletChanged] as const;
export const viewsActions = [
  getOrders,
  listCustomerOrders,
  getProducts,
  listProductReviews,
  getWallet,
  getDailySales,
  rebuildView,
  getCustomer,
] as const;
