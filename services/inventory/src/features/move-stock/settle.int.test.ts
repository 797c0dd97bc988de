import {
  confirmStock,
  orderPaid,
  releaseStock,
  reserveStock,
  shipmentCancelled,
  shipmentReturned,
  stockConfirmed,
  stockConfirmRefused,
  stockReleased,
  stockReturned,
} from '@evenkeel/contracts';
import { type CustomerId, newId, type OrderId, type ShipmentId, type Sku } from '@evenkeel/kernel';
import { emittedOf, newOrderId, orderFactsOf } from '@evenkeel/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { inventoryUnderTest } from '../../testing/inventory-under-test.js';

const inventory = await inventoryUnderTest();
const { db } = inventory.database;
const instance = await inventory.start();
afterAll(() => inventory.stop());

let sku: Sku;
let orderId: OrderId;
const customerId = newId<CustomerId>();
const at = '2026-01-01T00:00:00.000Z';
const nothing = { minor: 0, currency: 'USD' } as const;

beforeEach(async () => {
  sku = await inventory.stocked(instance, 10);
  orderId = newOrderId();
});

const lines = () => [{ sku, quantity: 2 }];
const hold = (round = 1) =>
  instance.deliver(reserveStock, { orderId, round, lines: lines(), holdSeconds: 900 });
const paid = (round = 1) => ({
  ...orderFactsOf({ orderId, customerId, lines: lines() }),
  round,
  attemptId: null,
  captured: nothing,
  paidAt: at,
});
const pay = (round = 1) => instance.deliver(orderPaid, paid(round));
const cancel = (round = 1) => instance.deliver(releaseStock, { orderId, round, reason: 'cancelled' });
const refundBeforeDispatch = () => instance.deliver(shipmentCancelled, { orderId, customerId, at });
const parcelBack = () =>
  instance.deliver(shipmentReturned, { orderId, customerId, shipmentId: newId<ShipmentId>(), at });
const count = async (event: Parameters<typeof emittedOf>[1]) =>
  (await emittedOf(db, event)).filter(({ data }) => (data as { orderId: OrderId }).orderId === orderId)
    .length;
const shelf = () => inventory.soundStock(sku);

test('a paid order takes its goods off the shelf', async () => {
  await hold();
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 2 });
  await pay();
  expect(await shelf()).toMatchObject({ onHand: 8, reserved: 0, confirmed: 2 });
  expect(await count(stockConfirmed)).toBe(1);
});

test('a hold is confirmed past its expiry, as long as it is there', async () => {
  await hold();
  await db.query({ text: "update reservations set expires_at = now() - interval '1 day'" });
  await pay();
  expect(await shelf()).toMatchObject({ onHand: 8, confirmed: 2 });
});

test('paid twice sells once', async () => {
  await hold();
  await pay();
  await pay();
  await instance.deliver(confirmStock, { orderId, round: 1 });
  expect(await shelf()).toMatchObject({ onHand: 8, confirmed: 2, version: 3 });
  expect(await count(stockConfirmed)).toBe(3);
});

test('paid after its hold is gone is refused, and the next round can be held and confirmed', async () => {
  await hold();
  await cancel();
  await pay();
  expect(await count(stockConfirmRefused)).toBe(1);
  await hold(2);
  await instance.deliver(confirmStock, { orderId, round: 2 });
  expect(await count(stockConfirmed)).toBe(1);
  expect(await shelf()).toMatchObject({ onHand: 8, reserved: 0, confirmed: 2 });
});

test('a refund before the parcel left puts the goods back once', async () => {
  await hold();
  await pay();
  await refundBeforeDispatch();
  await refundBeforeDispatch();
  expect(await count(stockReturned)).toBe(1);
  expect(await shelf()).toMatchObject({ onHand: 10, confirmed: 2, returned: 2 });
});

test('a parcel that comes back puts the goods back', async () => {
  await hold();
  await pay();
  await parcelBack();
  expect(await shelf()).toMatchObject({ onHand: 10, returned: 2 });
});

test('a refund that is said before the sale leaves a mark: the sale is silent and takes nothing', async () => {
  await hold();
  await refundBeforeDispatch();
  expect(await count(stockReleased)).toBe(1);
  await pay();
  expect(await count(stockConfirmed)).toBe(0);
  expect(await count(stockConfirmRefused)).toBe(0);
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 0, confirmed: 0 });
});

test('a refund that is said before everything else refuses the late try', async () => {
  await refundBeforeDispatch();
  await hold();
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 0 });
});

test('a refund that comes between the reading and the writing of a try refuses it', async () => {
  const slow = await inventory.start(refundBeforeDispatch);
  await slow.deliver(reserveStock, { orderId, round: 1, lines: lines(), holdSeconds: 900 });
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 0 });
});

test('a try that comes between the reading and the writing of a refund is given back', async () => {
  const slow = await inventory.start(() => hold());
  await slow.deliver(shipmentCancelled, { orderId, customerId, at });
  expect(await count(stockReleased)).toBe(1);
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 0 });
});

test('a try waits for a refund that is being committed, and is refused', async () => {
  const trying = await db.transaction(async (refund) => {
    await refund.query({ text: 'select pg_advisory_xact_lock($1::bigint)', values: [orderId] });
    await refund.query({
      text: `insert into reservation_rounds (order_id, round, outcome, version) values ($1::bigint, 0, 'refunded', 1)`,
      values: [orderId],
    });
    // Not awaited in here: it goes on when this is committed.
    const end = { of: hold() };
    await expect.poll(waitsForItsTurn).toBe(true);
    return end;
  });
  await trying.of;
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 0 });
});

async function waitsForItsTurn(): Promise<boolean> {
  const waiting = await db.query({
    text: `select 1 from pg_locks where locktype = 'advisory' and not granted
and database = (select oid from pg_database where datname = current_database())`,
  });
  return waiting.length > 0;
}

test('sale and refund in two instances at once end with the goods on the shelf', async () => {
  await hold();
  const slow = await inventory.start(refundBeforeDispatch);
  await slow.deliver(orderPaid, paid());
  expect(await count(stockConfirmed)).toBe(0);
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 0, confirmed: 0 });
});

test('cancel and sale in two instances at once: one of them wins, and the other is told', async () => {
  await hold();
  const slow = await inventory.start(() => cancel());
  await slow.deliver(orderPaid, paid());
  expect([await count(stockReleased), await count(stockConfirmRefused)]).toEqual([1, 1]);
  expect(await shelf()).toMatchObject({ onHand: 10, reserved: 0, confirmed: 0 });
});
