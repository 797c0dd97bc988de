import { z } from 'zod';
import { defineQuery } from '../registry/action.js';
import { defineEvent } from '../registry/define.js';
import { NUMBER_CURSOR, pageOf, pageRequestAfter, UUID_CURSOR } from '../shared/paging.js';
import { currency, instant, journalId, minorUnits, orderId } from '../shared/values.js';

/** The house accounts. Debits are positive, credits negative. */
export const ACCOUNTS = {
  'bank-clearing': 'asset: money the bank holds for us',
  'bank-fees': 'expense: what the bank keeps',
  'customer-deposits': 'liability: money taken and not yet earned or given back',
  suspense: 'liability: money that came in another amount than asked for',
  sales: 'income: goods sold',
  shipping: 'income: delivery charged',
  'coupon-expense': 'expense: what coupons take off',
  'points-expense': 'expense: points given',
  'points-liability': 'liability: points that may still be spent',
} as const;
export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as [AccountName, ...AccountName[]];
export type AccountName = keyof typeof ACCOUNTS;
export const accountName = z.enum(ACCOUNT_NAMES);

export const JOURNAL_KINDS = [
  'capture',
  'sale',
  'points-earned',
  'refund',
  'sale-reversal',
  'points-reversal',
  'points-granted',
  'suspense',
  'suspense-refund',
  'bank-correction',
] as const;
export const journalKind = z.enum(JOURNAL_KINDS);
export type JournalKind = z.infer<typeof journalKind>;

export const journal = z.object({
  journalId,
  kind: journalKind,
  orderId: orderId.nullable(),
  /** The event it books; unique together with the kind. */
  sourceEventId: z.string(),
  currency,
  postedAt: instant,
  /** Sums to zero. */
  entries: z.array(z.object({ account: accountName, amount: minorUnits })),
});
export type Journal = z.infer<typeof journal>;

export const journalPosted = defineEvent('finance.journal-posted', {
  summary: 'The sale of an order, or its reversal, is in the books.',
  data: z.object({ orderId, journalId, kind: z.enum(['sale', 'sale-reversal']) }),
});

export const listJournals = defineQuery('finance.list-journals', {
  access: 'operator',
  summary: 'Journals with their entries, oldest first; of one order, or of all.',
  input: pageRequestAfter(UUID_CURSOR).extend({ orderId: orderId.nullish() }),
  output: pageOf(journal),
});

export const listSales = defineQuery('finance.list-sales', {
  access: 'internal',
  summary: 'Orders whose sale is in the books, by number, for rebuilds.',
  input: pageRequestAfter(NUMBER_CURSOR),
  output: pageOf(z.object({ orderId, journalId })),
});

export const getTrialBalance = defineQuery('finance.get-trial-balance', {
  access: 'operator',
  summary: 'The balance of every account in every currency; all of one currency sum to zero.',
  input: z.object({}),
  output: z.array(z.object({ account: accountName, currency, balance: minorUnits })),
});

export const financeEvents = [journalPosted] as const;
export const financeActions = [listJournals, listSales, getTrialBalance] as const;
