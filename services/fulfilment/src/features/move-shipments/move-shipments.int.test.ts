import {
  listShipments,
  orderPaid,
  orderRefunding,
  shipmentCancelled,
  shipmentCreated,
  shipmentDelivered,
  shipmentDispatched,
  shipmentReturned,
  shipmentReturning,
  stockConfirmed,
} from '@evenkeel/contracts';
import { type CustomerId, newId, type OrderId, type Sku } from '@evenkeel/kernel';
import { NO_FAULTS } from '@evenkeel/messaging';
import {
  actionContextOf,
  emitted,
  eventually,
  interrupt,
  newOrderId,
  orderFactsOf,
  type ServiceInstance,
  serviceInstance,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fulfilmentActions } from '../../service.js';
import { carrierRounds } from '../carry-parcels/carrier.sweeper.js';
import { carrierRound } from './inputs.js';
import { moveShipmentsHandler } from './move-shipments.handler.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../../migrations', import.meta.url) });
const { db } = database;
const carrier = { dispatchSeconds: 3_600, deliverSeconds: 3_600, returnSeconds: 3_600 };
const start = (between?: () => Promise<unknown>) => {
  const own = moveShipmentsHandler(carrier);
  const handlers = between ? [own, interrupt(own.types, between)] : [own];
  return serviceInstance(database, { service: 'fulfilment', handlers });
};
const [left, right] = await Promise.all([start(), start()]);
afterAll(async () => {
  await Promise.all([left.stop(), right.stop()]);
  await database.drop();
});

let orderId: OrderId;
const customerId = newId<CustomerId>();
beforeEach(async () => {
  await db.query({
    text: "update shipments set state = 'delivered', due_at = null where due_at is not null",
  });
  orderId = newOrderId();
});

const order = (id = orderId) =>
  orderFactsOf({ orderId: id, customerId, lines: [{ sku: 'CUP' as Sku, quantity: 2 }] });
const captured = { minor: 2_000, currency: 'USD' } as const;
const pay = (id = orderId, at = left) =>
  at.deliver(orderPaid, { ...order(id), round: 1, attemptId: null, captured, paidAt: order(id).placedAt });
const stock = (id = orderId) => left.deliver(stockConfirmed, { orderId: id, round: 1 });
const refund = (wasPaid = true, at = left) =>
  at.deliver(orderRefunding, { ...order(), round: 1, wasPaid, captured, reason: 'requested' });
const makeDue = () => db.query({ text: 'update shipments set due_at = now() where due_at is not null' });
const rounds = (instance: ServiceInstance, load?: number) =>
  carrierRounds({ db, messaging: instance.messaging, faults: NO_FAULTS, ...(load ? { load } : {}) })();
const saidOf = async (id = orderId) =>
  (await emitted(db))
    .filter((event) => event.aggregateId === id)
    .map((event) => [event.type, event.aggregateVersion]);
const list = async (input: object) => {
  const served = fulfilmentActions(db).find(({ definition }) => definition === listShipments);
  return (await served?.run(input, actionContextOf())) as { items: { orderId: OrderId; state: string }[] };
};

test('a parcel goes from the sale to the door, and tells of each step', async () => {
  await pay();
  await stock();
  await makeDue();
  expect(await rounds(left)).toBe(1);
  await makeDue();
  expect(await rounds(left)).toBe(1);
  expect(await saidOf()).toEqual([
    [shipmentCreated.type, 1],
    [shipmentDispatched.type, 2],
    [shipmentDelivered.type, 3],
  ]);
  const [sent] = (await emitted(db)).filter(({ type }) => type === shipmentDispatched.type);
  expect(shipmentDispatched.data.parse(sent?.data)).toMatchObject({
    orderId,
    customerId,
    carrier: 'Evenkeel Parcel',
  });
  const { items } = await list({ orderId });
  expect(items).toMatchObject([{ state: 'delivered', trackingNumber: `EP${orderId}`, version: 3 }]);
});

test('a step is not done before it is due', async () => {
  await pay();
  await stock();
  expect(await rounds(left)).toBe(0);
  expect(await saidOf()).toEqual([[shipmentCreated.type, 1]]);
});

test('stock that is confirmed before the sale is said is not forgotten', async () => {
  await stock();
  await pay();
  await makeDue();
  await rounds(left);
  expect(await saidOf()).toEqual([
    [shipmentCreated.type, 1],
    [shipmentDispatched.type, 2],
  ]);
});

test('a parcel without its stock stays, however often the carrier comes', async () => {
  await pay();
  await makeDue();
  expect(await rounds(left)).toBe(0);
  expect((await list({ orderId })).items).toMatchObject([{ state: 'created' }]);
});

test.each([true, false])(
  'a refund that is said before the sale (was paid: %s) lets no parcel be made',
  async (wasPaid) => {
    await refund(wasPaid);
    await refund(wasPaid);
    await pay();
    await stock();
    expect(await saidOf()).toEqual([[shipmentCancelled.type, 1]]);
    expect((await list({ orderId })).items).toEqual([]);
  },
);

test('a refund keeps a parcel that is still here', async () => {
  await pay();
  await stock();
  await refund();
  await makeDue();
  expect(await rounds(left)).toBe(0);
  expect((await saidOf()).at(-1)).toEqual([shipmentCancelled.type, 2]);
});

test('a refund asks a parcel back that the carrier has', async () => {
  await pay();
  await stock();
  await makeDue();
  await rounds(left);
  await refund();
  await makeDue();
  await rounds(left);
  expect((await saidOf()).slice(-2)).toEqual([
    [shipmentReturning.type, 3],
    [shipmentReturned.type, 4],
  ]);
});

test('an order that two instances hear of at once has one parcel', async () => {
  const slow = await start(() => pay());
  await pay(orderId, slow);
  await slow.stop();
  expect(await saidOf()).toEqual([[shipmentCreated.type, 1]]);
});

test('a refund between the reading and the writing of the sale lets no parcel be made', async () => {
  const slow = await start(() => refund());
  await pay(orderId, slow);
  await slow.stop();
  expect(await saidOf()).toEqual([[shipmentCancelled.type, 1]]);
});

test('a parcel that the carrier took between the reading and the writing of its refund is asked back', async () => {
  await pay();
  await stock();
  await makeDue();
  const slow = await start(() => rounds(left));
  await refund(true, slow);
  await slow.stop();
  expect((await saidOf()).slice(1)).toEqual([
    [shipmentDispatched.type, 2],
    [shipmentReturning.type, 3],
  ]);
});

test('two carriers that come at once carry every parcel one step, not two', async () => {
  const orders = Array.from({ length: 60 }, newOrderId);
  await Promise.all(orders.flatMap((id) => [pay(id), stock(id)]));
  await makeDue();
  await Promise.all([rounds(left, 7), rounds(right, 7), rounds(left, 7), rounds(right, 7)]);
  // What one of them had locked while the other looked is done by whoever comes next.
  await eventually(async () => {
    await rounds(left);
    for (const id of orders) expect((await saidOf(id)).at(-1)).toEqual([shipmentDispatched.type, 2]);
  });
  const states = await db.query({
    text: 'select distinct state from shipments where order_id = any($1)',
    values: [orders],
  });
  expect(states).toEqual([{ state: 'dispatched' }]);
});

test('when a parcel left and arrived is kept, as it was said, whatever became of it later', async () => {
  await pay();
  await stock();
  await makeDue();
  await rounds(left);
  await makeDue();
  // The door and the refund in one batch.
  await Promise.all([left.messaging.tell(carrierRound, { limit: 10 }), refund()]);
  const ofOrder = (await emitted(db)).filter((event) => event.aggregateId === orderId);
  const saidAt = Object.fromEntries(ofOrder.map(({ type, data }) => [type, (data as { at: string }).at]));
  expect((await list({ orderId })).items).toMatchObject([
    {
      createdAt: saidAt[shipmentCreated.type],
      dispatchedAt: saidAt[shipmentDispatched.type],
      deliveredAt: saidAt[shipmentDelivered.type],
    },
  ]);
});

test('parcels are listed newest first, page by page, by state', async () => {
  const orders = Array.from({ length: 3 }, newOrderId);
  for (const id of orders) await pay(id);
  const page = (await list({ first: 2, state: 'created' })) as Awaited<ReturnType<typeof list>> & {
    next: string;
  };
  expect(page.items.map((item) => item.orderId)).toEqual(orders.slice(1).reverse());
  expect((await list({ first: 1, after: page.next })).items.map((item) => item.orderId)).toEqual([orders[0]]);
  await expect(list({ after: 'no cursor' })).rejects.toMatchObject({ type: 'house.invalid-input' });
});
