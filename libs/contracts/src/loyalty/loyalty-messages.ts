import { z } from 'zod';
import { round } from '../inventory/inventory-messages.js';
import { defineCommand, defineEvent } from '../registry/define.js';
import { localized } from '../shared/text.js';
import { currency, customerId, instant, minorUnits, orderId } from '../shared/values.js';

/** A change of a wallet: the state after it, and the entry that made it. */
export const walletChange = z.object({
  /** Points that can be used. */
  available: z.int().nonnegative(),
  /** Points held for orders that are not settled. */
  frozen: z.int().nonnegative(),
  /** Version of the account; a projection keeps the highest. */
  version: z.int().positive(),
  entries: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['granted', 'held', 'released', 'spent', 'earned', 'taken-back', 'returned']),
      /** Signed change of `available`; 0 for "spent", which takes from the frozen ones. */
      points: z.int(),
      /** `available` after the entry. */
      balance: z.int().nonnegative(),
      orderId: orderId.nullable(),
      at: instant,
    }),
  ),
});
export type WalletChange = z.infer<typeof walletChange>;

/** What a coupon takes off; `minimum` and the currency decide where it can be used. */
export const couponTerms = z.object({
  code: z.string().regex(/^[A-Z0-9]{3,40}$/),
  title: localized,
  percentOff: z.int().min(1).max(90),
  /** Smallest subtotal it can be used on, by currency. */
  minimum: z.object({ CNY: minorUnits, USD: minorUnits }),
  /** Uses in all; null for no limit. Always once per customer. */
  useLimit: z.int().positive().nullable(),
  expiresAt: instant.nullable(),
});
export type CouponTerms = z.infer<typeof couponTerms>;

const about = { orderId, round, customerId };

export const holdBenefits = defineCommand('loyalty.hold-benefits', {
  summary: 'Hold points and coupon for the order, both or neither.',
  data: z.object({ ...about, points: z.int().nonnegative(), coupon: z.string().nullable() }),
});

export const releaseBenefits = defineCommand('loyalty.release-benefits', {
  summary: 'Give held points and coupon back, also if the hold never happened.',
  data: z.object(about),
});

export const benefitsHeld = defineEvent('loyalty.benefits-held', {
  summary: 'Points and coupon are held for the order.',
  data: z.object({ ...about, wallet: walletChange.nullable() }),
});

export const benefitsRefused = defineEvent('loyalty.benefits-refused', {
  summary: 'Neither points nor coupon are held for the order.',
  data: z.object({
    ...about,
    why: z.enum(['not-enough-points', 'unknown', 'used-up', 'already-used', 'expired', 'released-before']),
    available: z.int().nonnegative(),
  }),
});

export const benefitsReleased = defineEvent('loyalty.benefits-released', {
  summary: 'Held points and coupon are free again.',
  data: z.object({ ...about, wallet: walletChange.nullable() }),
});

export const pointsEarned = defineEvent('loyalty.points-earned', {
  summary: 'The paid order spent its held points and earned its new ones.',
  data: z.object({
    orderId,
    customerId,
    spent: z.int().nonnegative(),
    earned: z.int().nonnegative(),
    currency,
    wallet: walletChange,
  }),
});

export const pointsReversed = defineEvent('loyalty.points-reversed', {
  summary:
    'A refund took earned points back and returned spent ones; what was already spent is the shortfall.',
  data: z.object({
    orderId,
    customerId,
    returned: z.int().nonnegative(),
    takenBack: z.int().nonnegative(),
    shortfall: z.int().nonnegative(),
    currency,
    /** Null for a guest, or when the paid event has not arrived and there is nothing to reverse. */
    wallet: walletChange.nullable(),
  }),
});

export const pointsGranted = defineEvent('loyalty.points-granted', {
  summary: 'The house gave points, such as the welcome points of a new customer.',
  data: z.object({ customerId, points: z.int().positive(), reason: z.string(), wallet: walletChange }),
});

export const pointsCorrected = defineEvent('loyalty.points-corrected', {
  summary: 'A wallet had been given too many points for an order, and the surplus was taken back.',
  data: z.object({ orderId, customerId, takenBack: z.int().positive(), wallet: walletChange }),
});

export const couponPublished = defineEvent('loyalty.coupon-published', {
  summary: 'A coupon exists, with these terms.',
  data: couponTerms,
});

export const loyaltyCommands = [holdBenefits, releaseBenefits] as const;
export const loyaltyEvents = [
  benefitsHeld,
  benefitsRefused,
  benefitsReleased,
  pointsEarned,
  pointsReversed,
  pointsGranted,
  pointsCorrected,
  couponPublished,
] as const;
