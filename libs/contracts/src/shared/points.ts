import { type Money, money } from '@evenkeel/kernel';

/** What one point is worth when it is spent, in minor units. */
const VALUE = { USD: 1, CNY: 7 } as const;
/** What must be paid to earn one point, in minor units. */
const PRICE = { USD: 100, CNY: 700 } as const;

/** The value of points that are spent or taken back. */
export function pointsValue(points: number, currency: Money['currency']): Money {
  return money(points * VALUE[currency], currency);
}

/** Points earned by paying an amount; part of a point is not given. */
export function pointsEarnedBy(paid: Money): number {
  return Math.max(0, Math.floor(paid.minor / PRICE[paid.currency]));
}

/** The most points that an amount can take, so that a total never goes below zero. */
export function pointsCovering(amount: Money): number {
  return Math.max(0, Math.floor(amount.minor / VALUE[amount.currency]));
}
