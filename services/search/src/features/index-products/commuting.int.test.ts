import type { ReviewRecord } from '@evenkeel/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { owners } from '../../testing/owners.js';
import { idOf, seedProducts, seedReviews } from '../../testing/shop-goods.js';
import { type TestShop, testShop } from '../../testing/test-shop.js';
import type { KnownStock } from './product-indexer.handler.js';

const product = seedProducts.find(({ slug }) => slug === 'stillroom-vase') ?? expect.fail('no vase');
const [first, second] = product.variants.map(({ sku }) => sku as KnownStock['sku']);
const [review] = seedReviews;
if (!first || !second || !review) throw new Error('The seed is empty');

let shop: TestShop;
beforeEach(async () => {
  shop = testShop(owners({ products: [], reviews: [], stock: [] }));
  await shop.builder.ensure();
});
afterEach(() => shop.close());

const stock = (sku: KnownStock['sku'], state: KnownStock['state'], version: number): KnownStock => ({
  sku,
  state,
  left: null,
  version,
});
const rated = (n: number, rating: number): ReviewRecord => ({
  ...review,
  id: `00000000-0000-4000-8000-00000000000${n}`,
  productId: product.id,
  rating,
});

const steps = {
  old: () => shop.indexer.publish([{ product: { ...product, popularity: 1 }, version: 1 }]),
  newer: () => shop.indexer.publish([{ product, version: 2 }]),
  sold: () => shop.indexer.setStock([stock(first, 'sold-out', 4), stock(second, 'sold-out', 3)]),
  stocked: () => shop.indexer.setStock([stock(first, 'in-stock', 3), stock(second, 'sold-out', 1)]),
  reviews: () => shop.indexer.review([rated(1, 5), rated(2, 2)]),
  more: () => shop.indexer.review([rated(2, 2), rated(3, 4)]),
};
type Step = keyof typeof steps;

async function indexed() {
  await shop.refresh();
  const { client, names } = shop.engine;
  const { hits } = await client.search<{
    popularity: number;
    rating: number;
    reviews: number;
    inStock: boolean;
  }>({
    index: names.products,
  });
  return hits.hits.map(({ _id, _source }) => [
    _id,
    _source?.popularity,
    _source?.rating,
    _source?.reviews,
    _source?.inStock,
  ]);
}

test.each<Step[][]>([
  [['old', 'newer', 'stocked', 'sold', 'reviews', 'more']],
  [['sold', 'stocked', 'more', 'reviews', 'newer', 'old']],
  [['reviews', 'sold', 'old', 'more', 'stocked', 'newer']],
  [['stocked', 'newer', 'old', 'sold', 'stocked', 'sold', 'more', 'reviews', 'more', 'newer']],
])('the news come out the same as %s', async (order) => {
  for (const step of order) await steps[step]();
  expect(await indexed()).toEqual([[product.id, product.popularity, 3.7, 3, false]]);
});

test('news that come at once come out the same', async () => {
  await Promise.all([...Object.values(steps), ...Object.values(steps)].map((step) => step()));
  expect(await indexed()).toEqual([[product.id, product.popularity, 3.7, 3, false]]);
});

test('what is not published yet is not found, and is not forgotten', async () => {
  await steps.stocked();
  await steps.reviews();
  expect(await indexed()).toEqual([]);
  await steps.newer();
  expect(await indexed()).toEqual([[product.id, product.popularity, 3.5, 2, true]]);
});

test('a change is found within a second, without being asked for', async () => {
  await steps.newer();
  const told = Date.now();
  await expect.poll(async () => (await shop.find({})).total, { timeout: 2_000, interval: 50 }).toBe(1);
  expect(Date.now() - told).toBeLessThan(1_000);
  expect((await shop.find({})).ids[0]?.id).toBe(idOf('stillroom-vase'));
});
