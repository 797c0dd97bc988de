import { listSoldDays, type SalesDay } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import { expect, test } from 'vitest';
import { lookAtDays } from './look-at-days.handler.js';

const day: SalesDay = {
  day: '2026-03-01',
  currency: 'USD',
  orders: 2,
  units: 3,
  gross: 9_000,
  refunded: 500,
};
const other: SalesDay = { ...day, currency: 'CNY' };
const twice: SalesDay = { ...day, orders: 4, units: 6, gross: 18_000, refunded: 1_000 };

/** An order service that tells a day in two parts, and pages that show something. */
const showing = (shown: readonly SalesDay[]): House['call'] =>
  (async (action: { readonly name: string }, { after }: { readonly after?: string | null }) => {
    if (action.name !== listSoldDays.name) return { items: shown, cursors: [], next: null };
    return after ? { days: [day, other], next: null } : { days: [day], next: '7' };
  }) as never;

test('a day whose orders are told in parts is the sum of all of them', async () => {
  expect(await lookAtDays(showing([twice, other]))).toEqual([]);
});

test('who shows only a part of them has drifted', async () => {
  const atStake = { minor: 8_500, currency: 'USD' };
  expect(await lookAtDays(showing([day, other]))).toMatchObject([{ subject: '2026-03-01/USD', atStake }]);
});
