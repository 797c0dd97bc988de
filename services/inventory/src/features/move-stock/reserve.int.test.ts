import { releaseStock, reserveStock, stockRefused, stockReserved } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import { emittedOf, newOrderId } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { inventoryUnderTest } from '../../testing/inventory-under-test.js';

const inventory = await inventoryUnderTest();
const { db } = inventory.database;
const left = await inventory.start();
const right = await inventory.start();
afterAll(() => inventory.stop());

const oneOf = (sku: Sku, orderId: OrderId = newOrderId(), quantity = 1) => ({
  orderId,
  round: 1,
  lines: [{ sku, quantity }],
  holdSeconds: 900,
});

async function answersAbout(orders: readonly OrderId[]) {
  const mine = new Set(orders);
  const [reserved, refused] = await Promise.all([emittedOf(db, stockReserved), emittedOf(db, stockRefused)]);
  return {
    reserved: reserved.filter(({ data }) => mine.has(data.orderId)),
    refused: refused.filter(({ data }) => mine.has(data.orderId)),
  };
}

test('a crowd and one unit: one gets it, and everybody else is told', async () => {
  const sku = await inventory.stocked(left, 1);
  const wants = Array.from({ length: 300 }, () => oneOf(sku));
  await Promise.all(wants.map((want, i) => (i % 2 ? left : right).deliver(reserveStock, want)));
  const { reserved, refused } = await answersAbout(wants.map(({ orderId }) => orderId));
  expect(reserved).toHaveLength(1);
  expect(refused).toHaveLength(299);
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 1, reserved: 1, held: 1 });
});

test('two instances that compete for several SKUs never sell what is not there', async () => {
  const skus = await Promise.all([inventory.stocked(left, 30), inventory.stocked(left, 30)]);
  const wants = Array.from({ length: 200 }, (_, i) => {
    const lines = (i % 2 ? skus : skus.toReversed()).map((sku) => ({ sku, quantity: 1 }));
    return { orderId: newOrderId(), round: 1, lines, holdSeconds: 900 };
  });
  await Promise.all(wants.map((want, i) => (i % 3 ? left : right).deliver(reserveStock, want)));
  const { reserved, refused } = await answersAbout(wants.map(({ orderId }) => orderId));
  expect([reserved.length, refused.length]).toEqual([30, 170]);
  for (const sku of skus)
    expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 30, version: 31 });
});

test('a batch that lost the last unit to another writer is decided again and refuses', async () => {
  const sku = await inventory.stocked(left, 1);
  const [winner, loser] = [oneOf(sku), oneOf(sku)];
  const slow = await inventory.start(() => left.deliver(reserveStock, winner));
  await slow.deliver(reserveStock, loser);
  const { reserved, refused } = await answersAbout([winner.orderId, loser.orderId]);
  expect(reserved.map(({ data }) => data.orderId)).toEqual([winner.orderId]);
  expect(refused.map(({ data }) => data.orderId)).toEqual([loser.orderId]);
  expect(slow.house.meter.counted('lane_retries_total', { kind: 'transient' })).toBe(1);
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 1, version: 2 });
});

test('a try that comes twice is answered twice and holds once', async () => {
  const sku = await inventory.stocked(left, 5);
  const want = oneOf(sku);
  await left.deliver(reserveStock, want);
  await right.deliver(reserveStock, want);
  const { reserved } = await answersAbout([want.orderId]);
  expect(reserved.map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2]);
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 1, version: 2 });
});

test('a message that comes twice changes nothing and says nothing', async () => {
  const sku = await inventory.stocked(left, 5);
  const want = oneOf(sku);
  const id = '018f0000-0000-7000-8000-00000000000a';
  await left.deliver(reserveStock, want, id);
  await right.deliver(reserveStock, want, id);
  expect((await answersAbout([want.orderId])).reserved).toHaveLength(1);
  expect(right.house.meter.counted('inbox_absorbed_total')).toBe(1);
});

test('two instances that get the same try at once hold it once', async () => {
  const sku = await inventory.stocked(left, 5);
  const want = oneOf(sku);
  const slow = await inventory.start(() => left.deliver(reserveStock, want));
  await slow.deliver(reserveStock, want);
  expect((await answersAbout([want.orderId])).reserved).toHaveLength(2);
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 1, version: 2 });
});

test('two instances that answer about one round at once give two versions of it', async () => {
  const sku = await inventory.stocked(left, 5);
  const want = oneOf(sku);
  await left.deliver(reserveStock, want);
  const slow = await inventory.start(() => left.deliver(reserveStock, want));
  await slow.deliver(reserveStock, want);
  const { reserved } = await answersAbout([want.orderId]);
  expect(reserved.map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2, 3]);
});

test('a try is refused when its cancel overtakes it, even between its reading and its writing', async () => {
  const sku = await inventory.stocked(left, 5);
  const want = oneOf(sku);
  const cancel = { orderId: want.orderId, round: 1, reason: 'cancelled' } as const;
  const slow = await inventory.start(() => left.deliver(releaseStock, cancel));
  await slow.deliver(reserveStock, want);
  const { reserved, refused } = await answersAbout([want.orderId]);
  expect([reserved.length, refused.length]).toEqual([0, 1]);
  expect(slow.house.meter.counted('stock_inputs_total', { path: 'try-after-cancel' })).toBe(1);
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 0, version: 1 });
});
