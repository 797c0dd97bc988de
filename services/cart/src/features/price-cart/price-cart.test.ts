import type { Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import type { CatalogueEntry, KnownCoupon } from '../../cart.js';
import { priceCart } from './price-cart.js';

const sku = 'CUP-SEA' as Sku;
const entry: CatalogueEntry = {
  line: {
    sku,
    productId: '0190a000-0000-7000-8000-000000000001',
    slug: 'tern-cups',
    title: { en: 'Tern cups', zh: '燕鸥杯' },
    choice: { en: 'Sea', zh: '海' },
    picture: 'cups',
  },
  prices: { USD: 2_900, CNY: 20_800 },
  version: 2,
};
const coupon: KnownCoupon = {
  code: 'FIRSTLIGHT',
  title: { en: '10% off', zh: '九折' },
  percentOff: 10,
  minimum: { USD: 4_000, CNY: 28_000 },
  useLimit: null,
  expiresAt: null,
  version: 1,
};
const knowledge = { catalogue: new Map([[sku as string, entry]]), coupon, nowMs: 0 };
const shopper = { currency: 'USD', earns: true, points: 0 } as const;
const cartOf = (quantity: number) => ({
  lines: [{ sku, quantity, prices: { USD: 3_200, CNY: 20_800 } }],
  coupon: 'FIRSTLIGHT',
});

test('a price that changed since it was put in is shown beside the new one', () => {
  const cart = priceCart(cartOf(1), shopper, knowledge);
  expect(cart.lines[0]).toMatchObject({ unitPrice: 2_900, priceWas: 3_200 });
  expect(priceCart(cartOf(1), { ...shopper, currency: 'CNY' }, knowledge).lines[0]?.priceWas).toBeNull();
});

test('a coupon below its minimum stays in the cart and does not count', () => {
  const cart = priceCart(cartOf(1), shopper, knowledge);
  expect(cart).toMatchObject({ coupon: null, couponProblem: 'minimum', price: { discount: 0 } });
});

test('the coupon comes off the goods, delivery is judged by the goods before it', () => {
  expect(priceCart(cartOf(3), shopper, knowledge).price).toMatchObject({
    subtotal: 8_700,
    discount: 870,
    shipping: 0,
    total: 7_830,
    pointsToEarn: 78,
  });
});

test('points never take more than the order costs', () => {
  const { price } = priceCart(
    { ...cartOf(1), coupon: null },
    { ...shopper, points: 9_999 },
    { ...knowledge, coupon: null },
  );
  expect(price).toMatchObject({ total: 0, pointsSpent: 3_500, pointsToEarn: 0 });
});
