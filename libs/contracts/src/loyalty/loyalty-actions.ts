import { z } from 'zod';
import { defineQuery } from '../registry/action.js';
import { NUMBER_CURSOR, pageOf, pageRequest, pageRequestAfter, UUID_CURSOR } from '../shared/paging.js';
import { customerId, instant, orderId } from '../shared/values.js';
import { couponTerms, walletChange } from './loyalty-messages.js';

export const listAccounts = defineQuery('loyalty.list-accounts', {
  access: 'internal',
  summary: 'Points accounts with the number and the sum of their entries, for checks and rebuilds.',
  input: pageRequest.extend({ customerId: customerId.nullish() }),
  output: pageOf(
    z.object({
      customerId,
      available: z.int(),
      frozen: z.int(),
      version: z.int(),
      entriesCount: z.int(),
      entriesSum: z.int(),
    }),
  ),
});

export const listHolds = defineQuery('loyalty.list-holds', {
  access: 'internal',
  summary: 'Holds of points and coupons by order, for checks and rebuilds.',
  input: pageRequest.extend({ orderId: orderId.nullish() }),
  output: pageOf(
    z.object({
      orderId,
      round: z.int(),
      customerId,
      points: z.int(),
      coupon: z.string().nullable(),
      status: z.enum(['HELD', 'CONFIRMED', 'RELEASED', 'REFUSED']),
      earned: z.int(),
      reversed: z.boolean(),
      at: instant,
    }),
  ),
});

export const listOrderPoints = defineQuery('loyalty.list-order-points', {
  access: 'internal',
  summary:
    'Paid orders that moved points: what they earned, and what a refund took back of it, for rebuilds.',
  input: pageRequestAfter(NUMBER_CURSOR),
  output: pageOf(z.object({ orderId, earned: z.int(), takenBack: z.int() })),
});

export const listEntries = defineQuery('loyalty.list-entries', {
  access: 'internal',
  summary: 'Every change of every wallet, or of one, oldest first, for rebuilds.',
  input: pageRequestAfter(UUID_CURSOR).extend({ customerId: customerId.nullish() }),
  output: pageOf(walletChange.shape.entries.element.extend({ customerId })),
});

export const listCoupons = defineQuery('loyalty.list-coupons', {
  access: 'internal',
  summary: 'Coupons with how often each is held or used.',
  input: pageRequest,
  output: pageOf(couponTerms.extend({ used: z.int() })),
});

export const loyaltyActions = [listAccounts, listHolds, listOrderPoints, listEntries, listCoupons] as const;
