import { searchProducts } from '@evenkeel/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openingStock, owners } from '../../testing/owners.js';
import { seedProducts, seedReviews } from '../../testing/shop-goods.js';
import { type TestShop, testShop } from '../../testing/test-shop.js';

let shop: TestShop;
const byId = new Map(seedProducts.map((product) => [product.id as string, product]));
const productOf = (id: string) => byId.get(id) ?? expect.fail(`${id} is not sold`);

beforeAll(async () => {
  const products = seedProducts.map((product) => ({ product, version: 1 }));
  shop = testShop(owners({ products, reviews: seedReviews, stock: openingStock(seedProducts) }));
  await shop.builder.rebuild();
});
afterAll(() => shop.close());

describe('pages', () => {
  test.each(searchProducts.input.shape.sort.unwrap().options)(
    'by %s hold every product once',
    async (sort) => {
      for (const text of [null, 'the']) {
        const whole = await shop.find({ sort, text, first: 100, facets: false });
        const seen: string[] = [];
        for (let after: string | null = null; ; ) {
          const page: typeof whole = await shop.find({ sort, text, after, first: 7, facets: false });
          seen.push(...page.ids.map(({ id }) => id));
          expect(page.total).toBe(whole.total);
          if (!page.hasMore) break;
          after = page.ids.at(-1)?.cursor ?? null;
        }
        expect(seen).toEqual(whole.ids.map(({ id }) => id));
        if (text === null) expect(new Set(seen).size).toBe(seedProducts.length);
      }
    },
  );

  test('stand in the order that was asked for', async () => {
    const list = async (sort: 'price-asc' | 'price-desc' | 'newest' | 'popular') =>
      (await shop.find({ sort, first: 100, currency: 'CNY' })).ids.map(({ id }) => productOf(id));
    const prices = (await list('price-asc')).map(({ variants }) =>
      Math.min(...variants.map((variant) => variant.prices.CNY)),
    );
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    const falling = (await list('price-desc')).map(({ variants }) =>
      Math.min(...variants.map((variant) => variant.prices.CNY)),
    );
    expect(falling).toEqual([...prices].reverse());
    const days = (await list('newest')).map(({ publishedAt }) => publishedAt);
    expect(days).toEqual([...days].sort().reverse());
    const popular = (await list('popular')).map(({ popularity }) => popularity);
    expect(popular).toEqual([...popular].sort((a, b) => b - a));
  });

  test('of no products still count them', async () => {
    expect(await shop.find({ first: 0 })).toMatchObject({
      ids: [],
      total: seedProducts.length,
      hasMore: true,
    });
  });
});

describe('filters and facets', () => {
  test('agree with each other: a facet says how many are found once it is chosen', async () => {
    const filter = { departments: ['lamps' as const] };
    const { facets, total } = await shop.find({ filter });
    expect(facets?.departments.length).toBe(6);
    expect(facets?.departments.find(({ key }) => key === 'lamps')?.count).toBe(total);
    for (const { key, count } of facets?.colours ?? [])
      expect((await shop.find({ filter: { ...filter, colours: [key] } })).total, key).toBe(count);
    for (const { key, values } of facets?.specs ?? [])
      for (const value of values)
        expect((await shop.find({ filter: { ...filter, specs: { [key]: [value.key] } } })).total).toBe(
          value.count,
        );
    for (const { key, count } of facets?.ratings ?? [])
      expect((await shop.find({ filter: { ...filter, ratingFrom: Number(key) } })).total, key).toBe(count);
    expect((await shop.find({ filter: { ...filter, inStockOnly: true } })).total).toBe(facets?.inStock);
  });

  test('a facet is counted as if it were not chosen itself', async () => {
    const all = await shop.find({});
    const some = await shop.find({ filter: { brands: ['oakum'], specs: { material: ['oak'] } } });
    const material = (page: typeof all) => page.facets?.specs.find(({ key }) => key === 'material')?.values;
    const oakum = await shop.find({ filter: { brands: ['oakum'] } });
    expect(material(some)).toEqual(material(oakum));
    expect(material(some)).not.toEqual(material(all));
    expect(all.facets?.price?.min).toBeGreaterThan(0);
    expect(all.facets?.specs.some(({ key }) => key === 'colour')).toBe(false);
  });

  test('a span of prices lets through what has a variant in it', async () => {
    const { ids } = await shop.find({ filter: { priceFrom: 8_000, priceTo: 9_000 }, first: 100 });
    const within = seedProducts.filter(({ variants }) =>
      variants.some(({ prices }) => prices.USD >= 8_000 && prices.USD <= 9_000),
    );
    expect(ids.map(({ id }) => id).sort()).toEqual(within.map(({ id }) => id).sort());
    expect(within.length).toBeGreaterThan(0);
  });
});
