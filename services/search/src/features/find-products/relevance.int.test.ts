import { afterAll, beforeAll, expect, test } from 'vitest';
import { openingStock, owners } from '../../testing/owners.js';
import { seedProducts, seedReviews } from '../../testing/shop-goods.js';
import { type TestShop, testShop } from '../../testing/test-shop.js';

let shop: TestShop;
const slugs = new Map(seedProducts.map(({ id, slug }) => [id as string, slug]));
const idsOf = (page: { ids: readonly { id: string }[] }) => page.ids.map(({ id }) => slugs.get(id) ?? id);

beforeAll(async () => {
  const products = seedProducts.map((product) => ({ product, version: 1 }));
  shop = testShop(owners({ products, reviews: seedReviews, stock: openingStock(seedProducts) }));
  await shop.builder.rebuild();
});
afterAll(() => shop.close());

test.each([
  ['en', 'lamp', /-lamp$/],
  ['en', 'lamps', /-lamp$/],
  ['zh', '灯', /lamp|light|lantern/],
  ['zh', '台灯', /^tidewater-table-lamp$/],
  ['en', 'teapot', /^long-pour-teapot$/],
  ['zh', '提梁壶', /^long-pour-teapot$/],
  ['en', '提梁壶', /^long-pour-teapot$/],
  ['en', 'notebook', /^ledger-notebooks$/],
  ['zh', '笔记', /^ledger-notebooks$/],
  ['en', 'brass lamp', /lamp/],
  ['en', 'lamp for reading', /^spar-reading-lamp$/],
  ['zh', '杯子', /cup|mug/],
])('%s: %s is found first', async (locale, text, first) => {
  const found = await shop.find({ text, locale: locale as 'en' | 'zh' });
  expect(idsOf(found)[0]).toMatch(first);
  expect(found.suggestion).toBeNull();
});

test.each([
  ['en', 'teapott', 'teapot', /^long-pour-teapot$/],
  ['en', 'lmap', 'lamp', /lamp/],
  ['en', 'Tidewatr lamp', 'tidewater lamp', /lamp/],
  ['zh', 'Tidewatr', 'tidewater', /./],
  ['zh', '提粱壶', '提梁壶', /^long-pour-teapot$/],
])('%s: %s is found all the same, and %s is suggested', async (locale, text, suggestion, first) => {
  const found = await shop.find({ text, locale: locale as 'en' | 'zh' });
  expect(found.suggestion).toBe(suggestion);
  expect(idsOf(found)[0]).toMatch(first);
});

test.each([
  ['en', 'Tidewater', 'tidewater'],
  ['zh', 'Tidewater', 'tidewater'],
  ['zh', '潮汐灯作', 'tidewater'],
  ['en', 'Ledger & Reed', 'ledger-and-reed'],
  ['zh', '苇册', 'ledger-and-reed'],
  ['en', 'oakum', 'oakum'],
])('%s: %s finds all that the workshop makes', async (locale, text, brand) => {
  const found = idsOf(await shop.find({ text, locale: locale as 'en' | 'zh', first: 50 }));
  const made = seedProducts.filter((product) => product.brand === brand).map(({ slug }) => slug);
  expect(found).toEqual(expect.arrayContaining(made));
});

test('what nothing is like is not found, and nothing is suggested that would not be found either', async () => {
  for (const text of ['xyzzy', 'gift for my mother'])
    expect(await shop.find({ text })).toMatchObject({ total: 0, ids: [], hasMore: false, suggestion: null });
});

test('words that are known are not read loosely because a filter lets nothing through', async () => {
  const found = await shop.find({ text: 'teapot', filter: { departments: ['paper'] } });
  expect(found).toMatchObject({ total: 0, suggestion: null });
});

test.each([
  ['en', 'lam', /lamp/i],
  ['en', 'long p', /^Long Pour teapot/],
  ['en', 'notebok', /^Ledger notebooks/],
  ['en', '提梁', /^Long Pour teapot/],
  ['zh', '提', /提梁壶/],
  ['zh', '潮汐台', /^潮汐台灯/],
  ['zh', 'stillr', /静室/],
])('%s: while %s is typed, something good is offered', async (locale, text, title) => {
  const [first, ...more] = await shop.complete(text, locale as 'en' | 'zh');
  expect(first?.title).toMatch(title);
  expect(slugs.get(first?.id ?? '')).toBe(first?.slug);
  expect(more.length).toBeLessThan(6);
});
