import { z } from 'zod';
import { accountName } from '../finance/finance.js';
import { defineQuery } from '../registry/action.js';
import { currency, minorUnits, orderId } from '../shared/values.js';

const count = z.int().nonnegative();
/** A few of those that are meant, as evidence. */
const samples = z.array(z.string()).max(5);

export const inventoryVitals = z.object({
  skus: count,
  onHand: z.int(),
  reserved: z.int(),
  /** Sum of the versions of all stock rows. */
  versions: count,
  /** SKUs with less than nothing available or reserved. */
  belowZero: count,
  movements: count,
  supplied: z.int(),
  adjusted: z.int(),
  held: z.int(),
  confirmed: z.int(),
  returned: z.int(),
  /** Pieces that movements say were sold. */
  sold: z.int(),
  /** Orders that hold or have something which the outcome of their round does not say. */
  miscast: samples,
  /** SKUs whose movements are not as many as their version. */
  skipped: samples,
  /** Orders with a hold that expired more than three minutes ago. */
  overdue: z.array(orderId).max(5),
});
export type InventoryVitals = z.infer<typeof inventoryVitals>;

export const getInventoryVitals = defineQuery('inventory.get-vitals', {
  access: 'internal',
  summary: 'Sums of stock, movements, reservations and returns at one moment, for the auditor.',
  input: z.object({}),
  output: inventoryVitals,
});

export const financeVitals = z.object({
  journals: count,
  /** Journals whose entries do not sum to zero. */
  unbalanced: samples,
  balances: z.array(z.object({ account: accountName, currency, balance: minorUnits })),
  /** Entries that belong to no journal, and so to no balance. */
  unbooked: count,
  /** Events that were booked twice in the same way. */
  repeated: samples,
});
export type FinanceVitals = z.infer<typeof financeVitals>;

export const getFinanceVitals = defineQuery('finance.get-vitals', {
  access: 'internal',
  summary: 'Journals that do not balance, and the balance of every account at one moment, for the auditor.',
  input: z.object({}),
  output: financeVitals,
});

export const orderVitals = z.object({
  orders: count,
  /** Sum of the versions of all orders: changes whenever anything does. */
  versions: count,
  /** Orders past their deadline for more than a minute, or repeating a step for more than about seven. */
  stuck: z.array(orderId).max(5),
  /** Changes that were published after the placing. */
  changes: count,
  /** Orders that are the answer to two keys of those who placed them. */
  twoKeys: z.array(orderId).max(5),
  /** Orders that were answered to somebody and are not there. */
  undone: z.array(orderId).max(5),
});
export type OrderVitals = z.infer<typeof orderVitals>;

export const getOrderVitals = defineQuery('order.get-vitals', {
  access: 'internal',
  summary: 'How many orders there are, and those that nobody looks after, for the auditor.',
  input: z.object({}),
  output: orderVitals,
});

export const paymentVitals = z.object({
  /** Attempts and refunds that were begun five minutes ago and are not decided. */
  undecided: samples,
  /** Attempts of which more was given back than taken. */
  overRefunded: samples,
});
export type PaymentVitals = z.infer<typeof paymentVitals>;

export const getPaymentVitals = defineQuery('payment.get-vitals', {
  access: 'internal',
  summary: 'Attempts and refunds that the bank has not decided for too long, for the auditor.',
  input: z.object({}),
  output: paymentVitals,
});

export const loyaltyVitals = z.object({
  wallets: count,
  available: z.int(),
  frozen: z.int(),
  belowZero: count,
  /** Sum of all entries, and of all points that orders hold. */
  entries: z.int(),
  held: z.int(),
  /** Coupons whose count is not that of their open uses, or above their limit. */
  miscounted: samples,
  /** Wallets that are not the sum of their entries. */
  drifted: samples,
  /** Customers who use a coupon more than once at a time. */
  usedTwice: samples,
});
export type LoyaltyVitals = z.infer<typeof loyaltyVitals>;

export const getLoyaltyVitals = defineQuery('loyalty.get-vitals', {
  access: 'internal',
  summary: 'Sums of wallets, entries, holds and coupon uses at one moment, for the auditor.',
  input: z.object({}),
  output: loyaltyVitals,
});

export const vitalsQueries = [
  getOrderVitals,
  getInventoryVitals,
  getPaymentVitals,
  getFinanceVitals,
  getLoyaltyVitals,
] as const;
