import type { CallerClaims, CouponTerms } from '@evenkeel/contracts';
import { type CustomerId, money, type OrderId, type Sku } from '@evenkeel/kernel';
import { describe, expect, test } from 'vitest';
import { decidePlacing, type Knowledge, type Priced } from './place-order.js';

const cup = 'CUP' as Sku;
const priced: Priced = {
  line: {
    sku: cup,
    productId: '0190a000-0000-7000-8000-000000000001',
    slug: 'tern-cups',
    title: { en: 'Tern cups', zh: '燕鸥杯' },
    choice: { en: 'Sea', zh: '海' },
    picture: 'cups',
  },
  prices: { USD: 4_800, CNY: 33_600 },
};
const coupon: CouponTerms = {
  code: 'FIRSTLIGHT',
  title: { en: '10% off', zh: '九折' },
  percentOff: 10,
  minimum: { USD: 5_000, CNY: 35_000 },
  useLimit: null,
  expiresAt: '2026-12-01T00:00:00.000Z',
};
const knowledge: Knowledge = {
  catalogue: new Map([[cup as string, priced]]),
  coupons: new Map([[coupon.code, coupon]]),
  now: new Date('2026-11-21T10:00:00.000Z'),
};
const input = {
  key: 'k',
  lines: [{ sku: cup, quantity: 2 }],
  fromCart: false,
  email: 'mara@post.example',
  address: { name: 'Mara', line1: '14 Harbour Row', city: 'Portland', postalCode: '04101', country: 'US' },
  expectedTotal: money(9_600, 'USD'),
  points: 0,
} satisfies Parameters<typeof decidePlacing>[0]['input'];

type Given = Partial<Parameters<typeof decidePlacing>[0]['input']>;
function place(given: Given = {}, kind: CallerClaims['kind'] = 'customer', known: Knowledge = knowledge) {
  const caller: CallerClaims = { sub: 'mara' as CustomerId, kind, locale: 'en', currency: 'USD', sid: 's' };
  const placing = decidePlacing({ input: { ...input, ...given }, caller, orderId: '42' as OrderId }, known);
  return placing.kind === 'order' ? placing.order : placing.result;
}

test('an order is priced from the copy of the catalogue, with what it shows as a copy', () => {
  expect(place()).toMatchObject({
    facts: {
      lines: [{ sku: cup, quantity: 2, unitPrice: 4_800, title: { en: 'Tern cups' } }],
      price: { subtotal: 9_600, shipping: 0, total: 9_600, pointsToEarn: 96 },
      placedAt: '2026-11-21T10:00:00.000Z',
    },
    progress: { state: 'placed', version: 1, round: 1, pending: [{ operation: 'place-order', key: 'k' }] },
  });
});

test('a SKU on two lines is one line', () => {
  const lines = [1, 1].map((quantity) => ({ sku: cup, quantity }));
  expect(place({ lines })).toMatchObject({ facts: { lines: [{ quantity: 2 }] } });
});

test('guests earn nothing', () => {
  expect(place({}, 'guest')).toMatchObject({ facts: { shopperKind: 'guest', price: { pointsToEarn: 0 } } });
});

describe('is refused', () => {
  test.each<[string, Given, object]>([
    [
      'at another total than the server’s',
      { expectedTotal: money(9_599, 'USD') },
      { kind: 'price-changed', total: money(9_600, 'USD') },
    ],
    [
      'in the other currency at the wrong total',
      { expectedTotal: money(9_600, 'CNY') },
      { kind: 'price-changed', total: money(67_200, 'CNY') },
    ],
    [
      'with something that is not sold',
      { lines: [{ sku: 'POT' as Sku, quantity: 1 }] },
      { kind: 'unknown-sku', skus: ['POT'] },
    ],
    ['without lines', { lines: [], fromCart: true }, { kind: 'cart-empty' }],
    ['with an unknown coupon', { coupon: 'NOSUCH' }, { kind: 'coupon-refused', why: 'unknown' }],
    [
      'below the coupon’s minimum',
      { coupon: 'firstlight', lines: [{ sku: cup, quantity: 1 }] },
      { kind: 'coupon-refused', why: 'minimum' },
    ],
  ])('%s', (_, given, expected) => {
    expect(place(given)).toEqual(expected);
  });

  test('with a coupon that has ended, by the database’s clock', () => {
    const later = { ...knowledge, now: new Date('2026-12-01T00:00:00.000Z') };
    expect(place({ coupon: 'FIRSTLIGHT' }, 'customer', later)).toMatchObject({ kind: 'coupon-refused' });
  });

  test('with points of a guest, who has none', () => {
    expect(place({ points: 1 }, 'guest')).toEqual({ kind: 'not-enough-points', available: 0 });
  });
});

test('points take no more than the order costs', () => {
  expect(place({ points: 20_000, expectedTotal: money(0, 'USD') })).toMatchObject({
    facts: { price: { pointsSpent: 9_600, total: 0, pointsToEarn: 0 } },
  });
});
