import { expect, test } from 'vitest';
import { add, MoneyError, money, percentOf, subtract, sum, times } from './money.js';

test('fractions of a minor unit are refused', () => {
  expect(() => money(0.5, 'CNY')).toThrow(MoneyError);
  expect(() => money(Number.MAX_SAFE_INTEGER + 1, 'CNY')).toThrow(MoneyError);
});

test('currencies do not mix', () => {
  expect(() => add(money(1, 'CNY'), money(1, 'USD'))).toThrow(MoneyError);
  expect(() => subtract(money(1, 'CNY'), money(1, 'USD'))).toThrow(MoneyError);
});

test('a percentage rounds down, never in the favour of the shop twice', () => {
  expect(percentOf(money(999, 'CNY'), 10)).toEqual(money(99, 'CNY'));
  expect(sum([times(money(333, 'USD'), 3), money(1, 'USD')], 'USD')).toEqual(money(1_000, 'USD'));
});
