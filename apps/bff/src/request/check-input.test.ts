import { adjustStock, listProductReviews, placeOrder } from '@evenkeel/contracts';
import type { Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { LAMP } from '../testing/samples.js';
import { checkInput } from './check-input.js';

const sku = 'LMP-T-SEA' as Sku;
const adjusting = { key: 'k', sku, delta: 1, reason: 'counted again' };
const placing = {
  key: 'k',
  lines: [{ sku, quantity: 1 }],
  fromCart: false,
  email: 'm@post.example',
  address: { name: 'M', line1: 'Quay 1', city: 'Lund', postalCode: '22100', country: 'SE' },
  expectedTotal: { minor: 1, currency: 'USD' as const },
  points: 0,
  coupon: null,
};

test('what the contract knows passes, with its defaults', () => {
  expect(checkInput(listProductReviews, { productId: LAMP })).toEqual({
    data: { productId: LAMP, first: 20 },
    issues: [],
  });
  expect(checkInput(placeOrder, placing).issues).toEqual([]);
});

test('what it does not know is told by its place', () => {
  const [issue] = checkInput(adjustStock, { ...adjusting, delta: 0.5 }).issues;
  expect(issue?.path).toEqual(['delta']);
});

test.each(['a\u0000b', 'a\ud800b'])(
  'a text that no database keeps is wrong input, not a fault of ours',
  (text) => {
    expect(checkInput(adjustStock, { ...adjusting, reason: text }).issues).toMatchObject([
      { path: ['reason'] },
    ]);
    const { issues } = checkInput(placeOrder, { ...placing, address: { ...placing.address, name: text } });
    expect(issues).toMatchObject([{ path: ['address', 'name'] }]);
  },
);

test('a character of two halves is one', () => {
  expect(checkInput(adjustStock, { ...adjusting, reason: 'a gift 🎁' }).issues).toEqual([]);
});
