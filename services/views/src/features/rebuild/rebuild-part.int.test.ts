import {
  availabilityChanged,
  getDailySales,
  listOrderPartsOfViews,
  listProductPartsOfViews,
  listSalesDays,
  listWalletPartsOfViews,
  productPublished,
  rebuildDay,
  rebuildOrder,
  rebuildProductInViews,
  rebuildWallet,
  reviewPosted,
} from '@evenkeel/contracts';
import type { Sku } from '@evenkeel/kernel';
import { eventually, newOrderId, productOf } from '@evenkeel/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { lifeOf, MARA, said } from '../../testing/order-life.js';
import { type ViewsInTest, viewsInTest } from '../../testing/views-in-test.js';

const DAY = '2026-11-21';
const product = productOf({ variants: [{ sku: 'CUP', openingStock: 3 }] });
const { id: productId } = product;
const review = {
  id: '0190a000-0000-7000-8000-00000000bbbb',
  productId,
  author: 'Wen',
  rating: 4,
  title: 'Good',
  body: 'Holds tea.',
  postedAt: '2026-11-20T10:00:00.000Z',
  locale: 'en' as const,
  verified: true,
};
const stock = { sku: 'CUP' as Sku, state: 'low' as const, left: 2, held: 1, version: 5 };
const orderId = newOrderId();

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest();
  await views.world.tell(views.house, [
    said(productPublished, product, { aggregateId: productId, version: 3 }),
    said(reviewPosted, review, { aggregateId: review.id }),
    said(availabilityChanged, stock, { aggregateId: 'CUP', version: 5 }),
    ...lifeOf(orderId).whole,
  ]);
  await eventually(async () => {
    expect((await shown()).orders).toMatchObject([{ state: 'refunded', pointsEarned: 12 }]);
    expect((await shown()).products).toMatchObject([{ listed: 1, stock: [{ version: 5 }] }]);
    expect((await shown()).wallets).toMatchObject([{ version: 4, entriesCount: 2 }]);
  });
});
afterAll(() => views.close());
afterEach(() => {
  views.world.during = () => Promise.resolve();
});

/** All that the auditor is told. */
async function shown() {
  const [orders, products, wallets, days] = await Promise.all([
    views.run(listOrderPartsOfViews, { first: 10 }),
    views.run(listProductPartsOfViews, { first: 10 }),
    views.run(listWalletPartsOfViews, { first: 10 }),
    views.run(listSalesDays, { first: 10 }),
  ]);
  return { orders: orders.items, products: products.items, wallets: wallets.items, days: days.items };
}
/** A collection, to write into past the service. */
const raw = (name: 'products' | 'availability' | 'reviews' | 'ratings' | 'wallets' | 'walletEntries') =>
  views.models[name].collection;
const set = (name: Parameters<typeof raw>[0], id: string, change: object) =>
  raw(name).updateOne({ _id: id as never }, { $set: change });
const add = (name: Parameters<typeof raw>[0], document: object) => raw(name).insertOne(document as never);
/** Lets something happen when an owner is asked, once. */
function meanwhile(asked: string, happens: () => Promise<unknown>): void {
  let done = false;
  views.world.during = async (action) => {
    if (action !== asked || done) return;
    done = true;
    await happens();
  };
}

test('what is shown is told by id, a page at a time, and the sales of a day with the order that it is of', async () => {
  expect(await shown()).toMatchObject({
    orders: [{ orderId, sold: { day: DAY, units: 3, gross: 3_000, refunded: 2_988 } }],
    products: [{ productId, version: 3, title: product.title, rating: 4, reviews: 1, stock: [stock] }],
    wallets: [{ customerId: MARA, available: 0, frozen: 0, entriesSum: 12 }],
    days: [{ day: DAY, currency: 'USD', orders: 1, units: 3, gross: 3_000, refunded: 2_988 }],
  });
  expect(await views.run(listProductPartsOfViews, { first: 10, after: productId })).toMatchObject({
    items: [],
  });
  expect(await views.run(listWalletPartsOfViews, { first: 10, upTo: MARA })).toMatchObject({ items: [{}] });
});

test.each<[string, () => Promise<unknown>]>([
  [
    'has another price',
    () => set('products', productId, { 'product.variants.0.prices': { USD: 1, CNY: 1 } }),
  ],
  ['has a version of the future', () => set('products', productId, { version: 99 })],
  ['is gone', () => raw('products').deleteOne({ _id: productId as never })],
  ['is a shell', () => raw('products').replaceOne({ _id: productId as never }, {})],
  ['shows other stock', () => set('availability', 'CUP', { state: 'in-stock', left: null })],
  ['shows stock of the future', () => set('availability', 'CUP', { version: 99 })],
  ['counts other stars', () => set('ratings', productId, { histogram: [9, 0, 0, 0, 0] })],
  ['lost a review', () => raw('reviews').deleteOne({ _id: review.id as never })],
  ['lists a review that nobody wrote', () => add('reviews', { _id: 'r', productId, record: { rating: 1 } })],
])('a product that %s is built anew, dry run first', async (_, spoil) => {
  const before = await shown();
  await spoil();
  const spoilt = await shown();
  const dry = await views.run(rebuildProductInViews, { productId, dryRun: true });
  expect(dry).toMatchObject({ needed: true });
  expect(await shown(), 'after a dry run').toEqual(spoilt);
  expect(await views.run(rebuildProductInViews, { productId, dryRun: false })).toEqual(dry);
  expect(await shown()).toEqual(before);
  expect(await views.run(rebuildProductInViews, { productId, dryRun: false })).toMatchObject({
    needed: false,
  });
});

test('a product that nobody owns is taken out, with its reviews, and no stock', async () => {
  const before = await shown();
  await add('products', { _id: 'stranger', slug: 's', skus: ['CUP'], product, version: 1 });
  await add('reviews', { _id: 'r', productId: 'stranger', record: { rating: 1 } });
  expect(await views.run(rebuildProductInViews, { productId: 'stranger', dryRun: false })).toMatchObject({
    needed: true,
    to: 'not shown',
  });
  expect(await shown()).toEqual(before);
  expect(await raw('reviews').countDocuments({ productId: 'stranger' })).toBe(0);
});

test('what another process writes while the owners of a product are asked is newer and stays', async () => {
  const title = { en: 'Bowl', zh: '碗' };
  const before = await shown();
  meanwhile('inventory.list-stock', async () => {
    await set('products', productId, { version: 4, 'product.title': title });
    await set('availability', 'CUP', { version: 6, left: 1 });
    await add('reviews', { _id: 'r', productId, record: { rating: 2 } });
  });
  await views.run(rebuildProductInViews, { productId, dryRun: false });
  expect((await shown()).products).toMatchObject([
    { version: 4, title, stock: [{ version: 6, left: 1 }], listed: 2, rating: 3 },
  ]);
  await views.run(rebuildProductInViews, { productId, dryRun: false });
  expect(await shown()).toEqual(before);
});

test('a product follows the news again after it was built anew', async () => {
  await set('availability', 'CUP', { version: 99 });
  await views.run(rebuildProductInViews, { productId, dryRun: false });
  const sold = { ...stock, state: 'low' as const, left: 1, held: 2, version: 7 };
  await views.world.tell(views.house, [said(availabilityChanged, sold, { aggregateId: 'CUP', version: 7 })]);
  await eventually(async () => expect((await shown()).products).toMatchObject([{ stock: [sold] }]));
});

test.each<[string, () => Promise<unknown>]>([
  ['shows other points', () => set('wallets', MARA, { available: 9_999 })],
  ['has a version of the future', () => set('wallets', MARA, { version: 99 })],
  ['is gone', () => raw('wallets').deleteOne({ _id: MARA as never })],
  ['is a shell', () => raw('wallets').replaceOne({ _id: MARA as never }, {})],
  ['lost an entry', () => raw('walletEntries').deleteOne({ customerId: MARA, points: 30 })],
  ['has an entry that nobody made', () => add('walletEntries', { _id: 'e', customerId: MARA, points: 7 })],
])('a wallet that %s is built anew, dry run first', async (_, spoil) => {
  const before = await shown();
  await spoil();
  const spoilt = await shown();
  const dry = await views.run(rebuildWallet, { customerId: MARA, dryRun: true });
  expect(dry).toMatchObject({ needed: true });
  expect(await shown(), 'after a dry run').toEqual(spoilt);
  expect(await views.run(rebuildWallet, { customerId: MARA, dryRun: false })).toEqual(dry);
  expect(await shown()).toEqual(before);
  expect(await views.run(rebuildWallet, { customerId: MARA, dryRun: false })).toMatchObject({
    needed: false,
  });
});

test('a wallet that nobody owns is taken out, with its entries', async () => {
  const before = await shown();
  await add('wallets', { _id: 'stranger', available: 5, frozen: 0, version: 1 });
  await add('walletEntries', { _id: 'e', customerId: 'stranger', points: 5 });
  await views.run(rebuildWallet, { customerId: 'stranger', dryRun: false });
  expect(await shown()).toEqual(before);
  expect(await raw('walletEntries').countDocuments({ customerId: 'stranger' })).toBe(0);
});

test('what another process writes while loyalty is asked is newer and stays', async () => {
  const before = await shown();
  meanwhile('loyalty.list-entries', async () => {
    await set('wallets', MARA, { version: 5, available: 40 });
    await add('walletEntries', { _id: 'e', customerId: MARA, points: 40 });
  });
  await views.run(rebuildWallet, { customerId: MARA, dryRun: false });
  expect((await shown()).wallets).toMatchObject([{ version: 5, available: 40, entriesCount: 3 }]);
  await views.run(rebuildWallet, { customerId: MARA, dryRun: false });
  expect(await shown()).toEqual(before);
});

const days = () => views.models.dailySales.collection;
const row = { day: DAY, currency: 'CNY', orders: 1, units: 1, gross: 1, refunded: 0 };
test.each<[string, () => Promise<unknown>]>([
  ['has another sum', () => days().updateOne({ _id: `${DAY}/USD` as never }, { $set: { gross: 1 } })],
  ['is gone', () => days().deleteOne({ _id: `${DAY}/USD` as never })],
  [
    'has a currency in which nothing was sold',
    () => days().insertOne({ _id: `${DAY}/CNY`, ...row } as never),
  ],
])('a day that %s is summed anew, dry run first', async (_, spoil) => {
  const before = await shown();
  await spoil();
  const spoilt = await shown();
  const dry = await views.run(rebuildDay, { day: DAY, dryRun: true });
  expect(dry).toMatchObject({ needed: true });
  expect(await shown(), 'after a dry run').toEqual(spoilt);
  expect(await views.run(rebuildDay, { day: DAY, dryRun: false })).toEqual(dry);
  expect(await shown()).toEqual(before);
  expect(await views.run(rebuildDay, { day: DAY, dryRun: false })).toMatchObject({ needed: false });
});

test('a day on which nothing was ever sold goes', async () => {
  const before = await shown();
  await days().insertOne({ _id: '2020-01-01/CNY', ...row, day: '2020-01-01' } as never);
  await views.run(rebuildDay, { day: '2020-01-01', dryRun: false });
  expect(await shown()).toEqual(before);
});

test('an order that was counted on another day is taken off it when it is built anew', async () => {
  const before = await shown();
  await views.models.orders.collection.updateOne(
    { _id: orderId as never },
    { $set: { 'sales.day': '2026-01-01', 'sales.gross': 9 }, $inc: { revision: 1 } },
  );
  await views.run(rebuildDay, { day: '2026-01-01', dryRun: false });
  await views.run(rebuildDay, { day: DAY, dryRun: false });
  expect((await shown()).days).toMatchObject([{ day: '2026-01-01', gross: 9 }]);
  expect(await views.run(rebuildOrder, { orderId, dryRun: false })).toMatchObject({ needed: true });
  expect(await shown()).toEqual(before);
  expect(await views.run(getDailySales, { days: 5 }, 'operator')).toEqual(before.days);
});
