import { expect, test } from 'vitest';
import { seedProducts } from '../../testing/shop-goods.js';
import { productPart, type StockPart } from './parts.js';
import { documentVersion, productDocument } from './product-document.js';

const record = seedProducts.find(({ slug }) => slug === 'stillroom-vase');
if (!record) throw new Error('The vase is not sold any more');
const product = { version: 2, body: productPart(record) };
const [first = '', second = ''] = product.body.skus;

const stockOf = (...states: [string, StockPart['state'], number][]) =>
  new Map(states.map(([sku, state, version]) => [sku, { version, body: { state, left: null } }]));
const known = (stock = stockOf(), rating?: { body: { count: number; stars: number } }) => ({
  product,
  stock,
  rating,
});

test('a product can be bought when one of its variants can; unheard of is sold out', () => {
  expect(productDocument(known()).inStock).toBe(false);
  expect(productDocument(known(stockOf([first, 'sold-out', 1], [second, 'low', 1]))).inStock).toBe(true);
  expect(productDocument(known(stockOf([first, 'sold-out', 1], [second, 'sold-out', 2]))).inStock).toBe(
    false,
  );
});

test('the rating has one decimal and is 0 without reviews', () => {
  expect(productDocument(known())).toMatchObject({ rating: 0, reviews: 0 });
  const rated = known(stockOf(), { body: { count: 3, stars: 14 } });
  expect(productDocument(rated)).toMatchObject({ rating: 4.7, reviews: 3 });
});

test('the version of the whole grows with every part, and most with the product itself', () => {
  const before = documentVersion(known(stockOf([first, 'low', 3])));
  expect(documentVersion(known(stockOf([first, 'low', 4])))).toBeGreaterThan(before);
  expect(documentVersion(known(stockOf([first, 'low', 3], [second, 'low', 1])))).toBeGreaterThan(before);
  const reviewed = known(stockOf([first, 'low', 3]), { body: { count: 1, stars: 5 } });
  expect(documentVersion(reviewed)).toBeGreaterThan(before);
  const newer = { ...known(), product: { ...product, version: 3 } };
  expect(documentVersion(newer)).toBeGreaterThan(documentVersion(known(stockOf([first, 'low', 1e9]))));
  expect(Number.isSafeInteger(documentVersion(newer))).toBe(true);
});
