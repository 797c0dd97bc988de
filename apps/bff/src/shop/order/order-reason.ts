import type { Locale, OrderView, Rejection } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { enumName } from '../../graphql/enum-names.js';
import { couponWord } from '../../refusals/coupon-refused.js';
import { WORDS, type Word } from '../../refusals/words.js';

const REFUND_WORDS: Readonly<Record<string, Word>> = {
  requested: 'ReasonRequested',
  cancelled: 'ReasonCancelled',
  'late-capture': 'ReasonLateCapture',
  'stock-gone': 'ReasonStockGone',
};

function rejectionWord(rejection: Rejection): Word {
  switch (rejection.reason) {
    case 'sold-out':
      return 'ReasonSoldOut';
    case 'coupon-refused':
      return couponWord(rejection.why);
    case 'not-enough-points':
      return 'NotEnoughPoints';
    default:
      return assertNever(rejection);
  }
}

/** Why an order was rejected or is refunded: a code for machines and a sentence for its shopper. */
export function orderReason(order: OrderView, locale: Locale): { code: string; text: string } | null {
  const { rejection, refundReason } = order;
  if (rejection) return { code: enumName(rejection.reason), text: WORDS[locale][rejectionWord(rejection)] };
  if (refundReason === null) return null;
  const word = REFUND_WORDS[refundReason];
  return { code: enumName(refundReason), text: word ? WORDS[locale][word] : refundReason };
}
