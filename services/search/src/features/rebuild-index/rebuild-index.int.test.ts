import { afterEach, expect, test } from 'vitest';
import { isOutage } from '../../store/outage.js';
import { type Owned, openingStock, owners } from '../../testing/owners.js';
import { seedProducts, seedReviews } from '../../testing/shop-goods.js';
import { type TestShop, testShop } from '../../testing/test-shop.js';

let shop: TestShop;
afterEach(() => shop.close());

const everything = (): Owned => ({
  products: seedProducts.map((product) => ({ product, version: 1 })),
  reviews: seedReviews,
  stock: openingStock(seedProducts),
});
const [one, two] = seedProducts;
if (!one || !two) throw new Error('Nothing is sold');

/** Everything that searches could tell apart, of all products. */
async function contents() {
  await shop.refresh();
  const { client, names } = shop.engine;
  const { hits } = await client.search({ index: names.products, size: 100, sort: [{ productId: 'asc' }] });
  return hits.hits.map(({ _source }) => _source);
}

test('a server without data is filled from the owners, and only then', async () => {
  let asked = 0;
  const counting = async () => {
    asked += 1;
  };
  shop = testShop(owners(everything(), counting));
  expect(await shop.indexes.state()).toBe('missing');
  expect(await shop.builder.ensure()).toBe(true);
  expect((await shop.find({})).total).toBe(seedProducts.length);
  expect((await shop.find({ filter: { inStockOnly: true } })).total).toBeGreaterThan(40);
  const before = asked;
  expect(await shop.builder.ensure()).toBe(false);
  expect(asked).toBe(before);
});

test('what changes while it is built is in it, and it is the same as one that followed the news', async () => {
  const owned = everything();
  let told = false;
  shop = testShop(
    owners(owned, async (action) => {
      if (action !== 'catalog.list-reviews' || told) return;
      told = true;
      await shop.indexer.keepProducts([{ product: { ...one, popularity: 7 }, version: 2 }]);
      await shop.indexer.keepStock([{ sku: skuOf(two), state: 'sold-out', left: null, version: 9 }]);
    }),
  );
  const { index, documents } = await shop.builder.rebuild();
  expect(documents).toBe(seedProducts.length);
  const built = await contents();
  expect(built).toContainEqual(expect.objectContaining({ productId: one.id, popularity: 7 }));
  const again = await shop.builder.rebuild();
  expect(again.index).not.toBe(index);
  expect(await contents()).toEqual(built);
});

/** An index that went away under a write is an outage: the lane brings the same news again. */
async function asTheLaneDoes(write: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
  }
}

test('searches never see a gap, and news during the swap are not lost', async () => {
  shop = testShop(owners(everything()));
  await shop.builder.rebuild();
  let building = true;
  const totals = new Set<number>();
  const searching = (async () => {
    while (building) totals.add((await shop.find({ facets: false, first: 0 })).total);
  })();
  const selling = (async () => {
    for (let version = 2; building; version += 1)
      await asTheLaneDoes(() =>
        shop.indexer.setStock([
          { sku: skuOf(one), state: version % 2 ? 'in-stock' : 'sold-out', left: null, version },
          { sku: skuOf(two), state: 'low', left: 1, version },
        ]),
      );
  })();
  await shop.builder.rebuild();
  await shop.builder.rebuild();
  building = false;
  await Promise.all([searching, selling]);
  expect([...totals]).toEqual([seedProducts.length]);
  const followed = await contents();
  await shop.builder.rebuild();
  // What the owners list is older than what the events said, and does not undo it.
  expect(await contents()).toEqual(followed);
});

test('a swap that was cut off is ended by whoever looks next', async () => {
  shop = testShop(owners(everything()));
  await shop.builder.rebuild();
  const { client, names } = shop.engine;
  const index = await shop.indexes.createProducts(Date.now());
  await shop.indexes.swapTo(index, Date.now());
  expect(await shop.indexes.state()).toBe('unsettled');
  await shop.builder.ensure();
  expect(await shop.indexes.state()).toBe('ready');
  expect((await contents()).length).toBe(seedProducts.length);
  // Lost data are noticed, and news wait instead of making an index without a mapping.
  await client.indices.delete({ index: [`${names.parts}-1`] });
  expect(await shop.indexes.state()).toBe('missing');
  await expect(shop.indexer.publish([{ product: one, version: 3 }])).rejects.toThrow();
  await shop.builder.ensure();
  expect(await shop.indexes.state()).toBe('ready');
});

function skuOf(product: typeof one) {
  const [variant] = product?.variants ?? [];
  if (!variant) throw new Error('A product without a variant');
  return variant.sku as Parameters<TestShop['indexer']['setStock']>[0][number]['sku'];
}
