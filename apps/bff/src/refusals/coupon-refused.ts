import type { Locale } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { refusal } from './refusal.js';
import type { Word } from './words.js';

export const COUPON_PROBLEMS = ['unknown', 'minimum', 'expired', 'used-up', 'already-used'] as const;
export type CouponProblemName = (typeof COUPON_PROBLEMS)[number];

export function couponWord(why: CouponProblemName): Word {
  switch (why) {
    case 'unknown':
      return 'CouponUnknown';
    case 'minimum':
      return 'CouponMinimum';
    case 'expired':
      return 'CouponExpired';
    case 'used-up':
      return 'CouponUsedUp';
    case 'already-used':
      return 'CouponAlreadyUsed';
    default:
      return assertNever(why);
  }
}

/** The coupon does not count; the message says why. */
export function couponRefused(why: CouponProblemName, locale: Locale) {
  return { ...refusal('CouponRefused', locale, { why }, couponWord(why)), code: 'COUPON_REFUSED' };
}
