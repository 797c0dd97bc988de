import { type Currency, type Money, money } from '@evenkeel/kernel';

/** An amount that contracts give without its currency. */
export const moneyOf = (minor: number, currency: Currency): Money => money(minor, currency);

/** The amount, or nothing of the currency. */
export const moneyOrZero = (amount: Money | null, currency: Currency): Money => amount ?? money(0, currency);
