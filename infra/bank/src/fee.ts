import type { Currency, Money } from '@evenkeel/kernel';

/** Six thousandths of the amount, rounded half up, and a fixed part. */
const PER_MILLE = 6;
const FIXED: { readonly [C in Currency]: number } = { CNY: 30, USD: 5 };

/** What the bank keeps of a capture, in minor units; never more than was taken. */
export function feeOf({ minor, currency }: Money): number {
  return Math.min(minor, Math.floor((minor * PER_MILLE + 500) / 1_000) + FIXED[currency]);
}
