/** ISO 4217 codes the shop trades in; both have two decimal places. */
export const CURRENCIES = ['CNY', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An amount in minor units (fen, cents): a safe integer, never a fraction. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** Amounts of different currencies met, or an amount left the range of safe integers. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError';
}

/** An amount of `minor` units; throws `MoneyError` unless `minor` is a safe integer. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new MoneyError(`${minor} is not a whole number of minor units`);
  return { minor, currency };
}

export const zero = (currency: Currency): Money => ({ minor: 0, currency });

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new MoneyError(`${a.currency} and ${b.currency} do not mix`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

export function times(a: Money, quantity: number): Money {
  return money(a.minor * quantity, a.currency);
}

export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, zero(currency));
}

export function equals(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

/** `percent` of an amount, rounded down to a whole minor unit. */
export function percentOf(a: Money, percent: number): Money {
  return money(Math.floor((a.minor * percent) / 100), a.currency);
}

export function min(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return a.minor <= b.minor ? a : b;
}
