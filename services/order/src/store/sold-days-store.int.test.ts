import type { OrderId, Sku } from '@evenkeel/kernel';
import { theOne } from '@evenkeel/postgres';
import { orderFactsOf, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { insertChanges } from './published-store.js';
import { type SoldDays, selectSoldDays } from './sold-days-store.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../migrations', import.meta.url) });
const { db } = database;
afterAll(() => database.drop());

interface Story {
  readonly paidAt?: string;
  readonly currency?: 'CNY' | 'USD';
  readonly quantity?: number;
  readonly refunded?: number;
}

/** Keeps an order, and what was published of it. */
async function keep({ paidAt, currency = 'USD', quantity = 1, refunded }: Story): Promise<OrderId> {
  const plain = orderFactsOf({ lines: [{ sku: 'CUP' as Sku, quantity }] });
  const facts = { ...plain, price: { ...plain.price, currency } };
  const { orderId } = facts;
  const told = (version: number, type: string, more: object) => ({
    orderId,
    version,
    type,
    at: '2026-12-24T00:00:00.000Z',
    more: more as Record<string, unknown>,
  });
  await db.query({
    text: 'insert into orders (id, customer_id, facts) values ($1, $2, $3)',
    values: [orderId, facts.customerId, JSON.stringify(facts)],
  });
  await db.query(
    insertChanges([
      told(2, 'order.payment-started', { attemptId: null }),
      ...(paidAt ? [told(3, 'order.order-paid', { paidAt })] : []),
      ...(refunded === undefined
        ? []
        : [told(4, 'order.order-refunded', { refunded: { minor: refunded, currency } })]),
    ]),
  );
  return orderId;
}
const soldDays = (after: string | null, orders = 10) => theOne<SoldDays>(db, selectSoldDays(after, orders));

test('the sums of the days are those of the orders that were paid on them, by currency, whatever came later', async () => {
  const late = '2026-11-29T23:59:59.999Z';
  await keep({});
  await keep({ refunded: 1_000 });
  await keep({ paidAt: late, quantity: 2 });
  await keep({ paidAt: late, quantity: 3, refunded: 2_900 });
  await keep({ paidAt: late, currency: 'CNY' });
  await keep({ paidAt: '2026-11-30T00:00:00.000Z' });
  const { days, next } = await soldDays(null);
  expect(days).toEqual([
    { day: '2026-11-29', currency: 'CNY', orders: 1, units: 1, gross: 1_000, refunded: 0 },
    { day: '2026-11-29', currency: 'USD', orders: 2, units: 5, gross: 5_000, refunded: 2_900 },
    { day: '2026-11-30', currency: 'USD', orders: 1, units: 1, gross: 1_000, refunded: 0 },
  ]);
  expect(next).toBeNull();
});

test('so many orders are summed at a time, also those that were not paid, and the last of them is told', async () => {
  await db.query({ text: 'truncate orders' });
  const paidAt = '2026-11-29T12:00:00.000Z';
  const [, second, , last] = [await keep({}), await keep({}), await keep({ paidAt }), await keep({ paidAt })];
  const day = { day: '2026-11-29', currency: 'USD', orders: 2 };
  expect(await soldDays(null, 2)).toEqual({ days: [], next: second });
  expect(await soldDays(second ?? null, 2)).toMatchObject({ days: [day], next: last });
  expect(await soldDays(last ?? null, 2)).toEqual({ days: [], next: null });
});
