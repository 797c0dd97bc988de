import type { Sku } from '@evenkeel/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Owned, openingStock, owners } from '../../testing/owners.js';
import { seedProducts, seedReviews } from '../../testing/shop-goods.js';
import { type TestShop, testShop } from '../../testing/test-shop.js';

const [product, other] = seedProducts;
if (!product || !other) throw new Error('Nothing is sold');
const { id } = product;

let owned: Owned;
let shop: TestShop;
beforeEach(async () => {
  owned = {
    products: [product, other].map((one) => ({ product: one, version: 1 })),
    reviews: seedReviews,
    stock: openingStock(seedProducts),
  };
  shop = testShop(owners(owned));
  await shop.builder.ensure();
});
afterEach(() => shop.close());

const listed = async () => {
  await shop.refresh();
  return shop.indexed.list({ after: null, upTo: null, limit: 10 });
};
/** Without what only tells that it was written again. */
const told = async () => (await listed()).map(({ revision: _, ...part }) => part);
/** Somebody writes past the service. */
const plant = (document: object, under: string = id) =>
  shop.engine.client.index({
    index: shop.engine.names.products,
    id: under,
    document: { ...document, productId: under },
  });

test('what the index says is listed by id, and can be held against its owners', async () => {
  const parts = await listed();
  expect(parts.map(({ productId }) => productId)).toEqual([id, other.id].sort());
  expect(parts.find(({ productId }) => productId === id)).toMatchObject({
    version: 1,
    title: product.title,
    prices: { USD: product.variants.map(({ prices }) => prices.USD) },
    reviews: seedReviews.filter(({ productId }) => productId === id).length,
  });
});

test.each([
  ['was overwritten', () => plant({ price: { USD: [1], CNY: [1] } })],
  ['was deleted', () => shop.engine.client.delete({ index: shop.engine.names.products, id })],
])('a product that %s is indexed anew, dry run first, and goes on following the news', async (_, spoil) => {
  const before = await told();
  await spoil();
  const spoilt = await listed();
  const dry = await shop.rebuildOne(id, true);
  expect(dry).toMatchObject({ needed: true });
  expect(await listed()).toEqual(spoilt);
  expect(await shop.rebuildOne(id, false)).toEqual(dry);
  expect(await told()).toEqual(before);
  expect(await shop.rebuildOne(id, false)).toMatchObject({ needed: false });

  const anew = await shop.indexed.get(id);
  await shop.indexer.setStock(
    product.variants.map(({ sku }) => ({ sku: sku as Sku, state: 'sold-out', left: null, version: 2 })),
  );
  const moved = await shop.indexed.get(id);
  expect(moved).toMatchObject({ inStock: false });
  expect(moved?.revision).toBeGreaterThan(anew?.revision ?? Number.MAX_SAFE_INTEGER);
});

test('a product that nobody owns is taken out, and does not come back with a rebuild', async () => {
  const stranger = '00000000-0000-4000-8000-00000000000f';
  await shop.indexer.publish([{ product: { ...other, id: stranger }, version: 1 }]);
  expect(await shop.rebuildOne(stranger, true)).toMatchObject({ needed: true, to: 'not found' });
  expect(await listed()).toHaveLength(3);
  await shop.rebuildOne(stranger, false);
  await shop.builder.rebuild();
  expect(await listed()).toHaveLength(2);
});
