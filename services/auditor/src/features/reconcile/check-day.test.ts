import type { SalesDay } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { checkDay } from './check-day.js';

const day: SalesDay = {
  day: '2026-03-01',
  currency: 'USD',
  orders: 2,
  units: 3,
  gross: 9_000,
  refunded: 1_000,
};

test('a day of which both say the same is no finding', () => {
  expect(checkDay(day, day)).toEqual([]);
});

test.each([
  ['orders', { orders: 3 }, 0],
  ['units', { units: 1 }, 0],
  ['gross', { gross: 9_500 }, 500],
  ['refunded', { refunded: 0 }, 1_000],
])('other %s are a finding, with what is at stake', (name, change, minor) => {
  const found = checkDay(day, { ...day, ...change });
  expect(found).toMatchObject([{ class: 'sales-drifted', subject: '2026-03-01/USD', orderId: null }]);
  expect(found[0]?.atStake).toEqual({ minor, currency: 'USD' });
  expect(found[0]?.shown).toContain(name);
});

test('a day that is not shown, and one on which nothing was paid, are worth all of it', () => {
  const kept = { minor: 8_000, currency: 'USD' };
  expect(checkDay(day, null)).toMatchObject([{ class: 'sales-drifted', atStake: kept }]);
  expect(checkDay(null, day)).toMatchObject([{ class: 'sales-drifted', atStake: kept }]);
});

test('a row that is no sum at all is a finding without a price', () => {
  const { gross: _, ...rest } = day;
  expect(checkDay(day, rest as SalesDay)).toMatchObject([{ class: 'sales-drifted', atStake: null }]);
});
