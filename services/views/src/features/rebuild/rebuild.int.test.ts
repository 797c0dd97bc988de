import {
  availabilityChanged,
  getDailySales,
  getOrders,
  getProducts,
  getWallet,
  listCustomerOrders,
  listProductReviews,
  productPublished,
  READ_MODELS,
  type ReadModel,
  rebuildView,
  reviewPosted,
  subscriptions,
} from '@evenkeel/contracts';
import { type Envelope, newId, type Sku } from '@evenkeel/kernel';
import { eventually, newOrderId, productOf } from '@evenkeel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lifeOf, said } from '../../testing/order-life.js';
import { type ViewsInTest, viewsInTest } from '../../testing/views-in-test.js';

const product = productOf({ variants: [{ sku: 'CUP', openingStock: 3 }] });
const review = {
  id: '0190a000-0000-7000-8000-00000000bbbb',
  productId: product.id,
  author: 'Wen',
  rating: 4,
  title: 'Good',
  body: 'Holds tea.',
  postedAt: '2026-11-20T10:00:00.000Z',
  locale: 'en' as const,
  verified: true,
};
const stock = { sku: 'CUP' as Sku, state: 'low' as const, left: 2, held: 1, version: 5 };
/** Enough for several pages of each owner, at every stage of a life. */
const orders = Array.from({ length: 8 }, newOrderId);
const lives: Envelope[][] = orders.map((orderId, index) => {
  const { whole, paidLate } = lifeOf(orderId);
  return index % 2 ? [...paidLate] : whole.slice(0, 4 + 3 * index);
});

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest();
  await views.world.tell(views.house, [
    said(productPublished, product, { aggregateId: product.id }),
    said(reviewPosted, review, { aggregateId: review.id }),
    said(availabilityChanged, stock, { aggregateId: 'CUP', version: 5 }),
    ...lives.flat(),
  ]);
});
afterAll(() => views.close());

/** Everything that a page could show. */
async function everything() {
  const ids = [product.id];
  const [listed, products, reviews, wallet, days] = await Promise.all([
    views.run(listCustomerOrders, { first: 100 }),
    views.run(getProducts, { ids }),
    views.run(listProductReviews, { productId: product.id }),
    views.run(getWallet, { first: 100 }),
    views.run(getDailySales, { days: 10 }, 'operator'),
  ]);
  return { orders: listed.items, products, reviews, wallet, days };
}

/** Waits until everything that was said is known. */
const followed = (count = orders.length) =>
  eventually(
    async () => {
      expect(await waiting()).toBe(0);
      const found = await everything();
      expect(found.orders).toHaveLength(count);
      return found;
    },
    { withinMs: 20_000 },
  );

/** Messages that the followers have not settled yet. */
async function waiting(): Promise<number> {
  const jsm = await views.house.nats.jetstreamManager();
  const infos = await Promise.all(
    Object.values(subscriptions.views).map(({ durable, messages: [{ owner }] }) =>
      jsm.consumers.info(`EVENTS_${owner.toUpperCase()}`, durable),
    ),
  );
  return infos.reduce((sum, info) => sum + info.num_pending + info.num_ack_pending, 0);
}

async function rebuilt(model: ReadModel, key = newId<never>() as string) {
  return eventually(
    async () => {
      const told = await views.run(rebuildView, { key, model }, 'operator');
      expect(told.state).toBe('done');
      return told;
    },
    { withinMs: 20_000 },
  );
}

test.each(READ_MODELS)('%s, built from zero, is the same as what followed the news', async (model) => {
  const before = await followed();
  const { documents } = await rebuilt(model);
  expect(documents).toBeGreaterThan(0);
  expect(await everything()).toEqual(before);
});

test('what was spoiled is sound again, and what never was is gone', async () => {
  const before = await followed();
  const { models } = views;
  await models.orders.collection.updateOne(
    { _id: orders[0] as never },
    { $set: { state: 'paid', sales: null } },
  );
  await models.orders.collection.deleteOne({ _id: orders[1] as never });
  await models.orders.collection.updateOne(
    { _id: orders[2] as never },
    { $set: { _id: orders[2] as never, captured: null } },
  );
  const ghost = { ...(await models.orders.findOne({ _id: orders[3] }).lean()), _id: '1' };
  await models.orders.collection.insertOne(ghost as never);
  await models.wallets.collection.deleteMany({});
  await models.walletEntries.collection.deleteMany({});
  await models.products.collection.deleteMany({});
  await models.availability.collection.deleteMany({});
  await models.reviews.collection.deleteMany({});
  await models.ratings.collection.deleteMany({});
  await models.dailySales.collection.insertOne({
    _id: '2020-01-01/USD',
    day: '2020-01-01',
    currency: 'USD',
    orders: 1,
    units: 1,
    gross: 1,
    refunded: 0,
  } as never);
  expect(await everything()).not.toEqual(before);
  for (const model of READ_MODELS) await rebuilt(model);
  expect(await everything()).toEqual(before);
});

test('the sales of the days follow when the orders that they are made of are built anew', async () => {
  const { days } = await followed();
  await views.models.orders.collection.updateMany({}, { $set: { sales: null } });
  await rebuilt('daily-sales');
  expect((await everything()).days).toEqual([]);
  await rebuilt('order');
  expect((await everything()).days).toEqual(days);
});

test('while news flow, readers see no gap, no order goes back, and none is lost', async () => {
  await followed();
  const fresh = Array.from({ length: 24 }, newOrderId);
  let selling = true;
  let reading = 'nobody';
  const soldWhile = new Set<string>();
  views.world.during = (action) => {
    reading = action;
    return Promise.resolve();
  };
  const sold = (async () => {
    for (const orderId of fresh)
      for (const event of lifeOf(orderId).whole) {
        await views.world.tell(views.house, [event]);
        soldWhile.add(reading);
      }
    selling = false;
  })();
  const versions = new Map<string, number>();
  let looks = 0;
  const read = (async () => {
    while (selling) {
      const seen = await views.run(getOrders, { orderIds: [...orders, ...fresh].slice(-20) });
      looks += 1;
      for (const order of seen) {
        if (!order) continue;
        const { orderId } = order.facts;
        const known = versions.get(orderId) ?? 0;
        if (order.version < known) throw new Error(`${orderId} went back from ${known} to ${order.version}`);
        versions.set(orderId, order.version);
      }
      const gone = await views.run(getOrders, { orderIds: orders });
      if (gone.includes(null)) throw new Error('An order was gone');
    }
  })();
  // What is said while an owner is read is in the pages that come later, on the stream, or in both.
  while (selling) await rebuilt('order');
  await Promise.all([sold, read]);
  expect(looks).toBeGreaterThan(5);
  expect(soldWhile.size).toBeGreaterThan(3);

  const live = await followed(orders.length + fresh.length);
  for (const { state } of live.orders.filter(({ facts }) => fresh.includes(facts.orderId)))
    expect(state).toBe('refunded');
  await rebuilt('order');
  expect(await everything()).toEqual(live);
});

test('what another process writes to the old one until the last moment is not lost', async () => {
  const { orders: known } = await followed(orders.length + 24);
  const other = await views.another();
  const fresh = Array.from({ length: 24 }, newOrderId);
  let selling = true;
  const sold = (async () => {
    for (const orderId of fresh) await views.world.tell(views.house, lifeOf(orderId).whole);
    selling = false;
  })();
  while (selling) await rebuilt('order');
  await sold;
  const live = await followed(known.length + fresh.length);
  expect(other.meter.counted('lane_items_total')).toBeGreaterThan(0);
  await other.stop();
  await rebuilt('order');
  expect(await everything()).toEqual(live);
});

test('it is built once for a key, and who asks while it is built gets that one', async () => {
  let asked = 0;
  views.world.during = async (action) => {
    if (action === 'catalog.list-products') asked += 1;
  };
  await Promise.all([rebuilt('product', 'one'), rebuilt('product', 'one'), rebuilt('product', 'two')]);
  await rebuilt('product', 'one');
  await rebuilt('product', 'two');
  views.world.during = () => Promise.resolve();
  expect(asked).toBe(1);
});

test('an owner that does not answer leaves everything as it was', async () => {
  const before = await everything();
  views.world.during = (action) =>
    action === 'loyalty.list-entries' ? Promise.reject(new Error('away')) : Promise.resolve();
  await eventually(async () => {
    const told = await views.run(rebuildView, { key: 'away', model: 'customer' }, 'operator');
    expect(told.state).toBe('failed');
  });
  views.world.during = () => Promise.resolve();
  expect(await everything()).toEqual(before);
  const left = await views.models.connection.listCollections();
  expect(left.map(({ name }) => name).filter((name) => name.includes('rebuilt'))).toEqual([]);
  await rebuilt('customer');
});
