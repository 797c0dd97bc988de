import {
  cancelOrder,
  findPublished,
  getOrderVitals,
  guestMerged,
  listOrderFacts,
  listOrderPartsOfOrder,
  listSoldDays,
  messageByType,
  orderAwaitingPayment,
  orderPaid,
  orderPlaced,
  paymentCaptured,
  paymentDeclined,
  paymentStarted,
  paymentVoided,
  payOrder,
  placeOrder,
  stockReserved,
} from '@evenkeel/contracts';
import { type AttemptId, type CustomerId, newId, type OrderId } from '@evenkeel/kernel';
import { callerOf, emitted, emittedOf, eventually } from '@evenkeel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OrderInTest, orderInTest, wish } from './testing/order-in-test.js';

let order: OrderInTest;
beforeAll(async () => {
  order = await orderInTest();
});
afterAll(async () => {
  await order.first.stop();
  await order.database.drop();
});

/** Places and holds an order; resolves to its number when it can be paid. */
async function payable(caller = callerOf('guest')) {
  const placing = order.first.run(placeOrder, wish(newId()), caller);
  const orderId = await placedBy(caller.sub);
  await order.first.deliver(stockReserved, { orderId, round: 1 });
  await placing;
  return { orderId, caller };
}

const placedBy = (customerId: CustomerId): Promise<OrderId> =>
  eventually(async () => {
    const found = (await emittedOf(order.db, orderPlaced)).find(({ data }) => data.customerId === customerId);
    if (!found) throw new Error('Nothing was placed yet');
    return found.data.orderId;
  });
const attemptOf = (orderId: OrderId): Promise<AttemptId> =>
  eventually(async () => {
    const found = (await emittedOf(order.db, paymentStarted))
      .filter(({ data }) => data.orderId === orderId)
      .at(-1);
    if (!found) throw new Error('No attempt was opened yet');
    return found.data.attemptId;
  });
const declined = async (orderId: OrderId) =>
  order.first.deliver(paymentDeclined, {
    orderId,
    attemptId: await attemptOf(orderId),
    bankReason: 'no funds',
  });

test('who waits for the saga hears the same words as whoever sends the key again', async () => {
  const caller = callerOf('guest');
  const input = wish('placing');
  const placing = order.first.run(placeOrder, input, caller);
  const orderId = await placedBy(caller.sub);
  await expect(order.first.run(placeOrder, input, caller)).rejects.toMatchObject({
    type: 'house.key-in-progress',
  });
  await order.first.deliver(stockReserved, { orderId, round: 1 });
  const first = await placing;
  expect(first).toMatchObject({
    replayed: false,
    result: { kind: 'placed', order: { state: 'awaiting-payment' } },
  });

  const paying = order.first.run(payOrder, { key: 'paying', orderId, token: 'tok' }, caller);
  await declined(orderId);
  const refused = await paying;
  expect(refused.result).toMatchObject({ kind: 'declined', bankReason: 'no funds' });

  // The order has gone on; a key goes on saying what it said.
  const again = await order.first.run(placeOrder, input, caller);
  expect(again).toEqual({ replayed: true, result: first.result });
  const refusedAgain = await order.first.run(payOrder, { key: 'paying', orderId, token: 'tok' }, caller);
  expect(refusedAgain).toEqual({ replayed: true, result: refused.result });
});

test('a key whose order ends before the bank has answered is not left without its result', async () => {
  const { orderId, caller } = await payable();
  const input = { key: 'paying', orderId, token: 'tok' };
  const paying = order.first.run(payOrder, input, caller);
  const attemptId = await attemptOf(orderId);
  const cancelled = await order.first.run(cancelOrder, { key: 'cancelling', orderId }, caller);
  expect(cancelled.result).toMatchObject({ kind: 'cancelled', paymentInDoubt: true });
  await order.first.deliver(paymentVoided, { orderId, attemptId });
  const told = await paying;
  expect(told.result).toMatchObject({ kind: 'not-payable', why: 'state', order: { state: 'cancelled' } });
  expect(await order.first.run(payOrder, input, caller)).toEqual({ replayed: true, result: told.result });
});

test('a result that another process decided finds the one who waits', async () => {
  const second = await order.start();
  const caller = callerOf('guest');
  const placing = order.first.run(placeOrder, wish('placing'), caller);
  await second.deliver(stockReserved, { orderId: await placedBy(caller.sub), round: 1 });
  await order.first.lookForSettled();
  expect((await placing).result).toMatchObject({ kind: 'placed', order: { state: 'awaiting-payment' } });
  await second.stop();
});

test('a guest who signs in while the bank is asked takes the key along', async () => {
  const { orderId, caller } = await payable();
  const input = { key: 'paying', orderId, token: 'tok' };
  const paying = order.first.run(payOrder, input, caller);
  await attemptOf(orderId);
  const customer = callerOf('customer');
  const merged = { guestId: caller.sub, customerId: customer.sub, at: new Date().toISOString() };
  await order.first.deliver(guestMerged, merged);
  await declined(orderId);
  await paying;
  expect(await order.first.run(payOrder, input, customer)).toMatchObject({
    replayed: true,
    result: { kind: 'declined' },
  });
});

test('what the owner tells of an order is all that its events said', async () => {
  const { orderId, caller } = await payable();
  const paying = order.first.run(payOrder, { key: 'first', orderId, token: 'tok' }, caller);
  await declined(orderId);
  await paying;
  const again = order.first.run(payOrder, { key: 'second', orderId, token: 'tok' }, caller);
  await eventually(async () => expect(await numberOfAttempts(orderId)).toBe(2));
  const bank = {
    bankReference: 'b',
    capturedAt: new Date().toISOString(),
    fee: { minor: 1, currency: 'USD' as const },
  };
  const amount = { minor: 2_600, currency: 'USD' as const };
  await order.first.deliver(paymentCaptured, {
    orderId,
    attemptId: await attemptOf(orderId),
    amount,
    ...bank,
  });
  await again;

  const { items } = await order.first.run(listOrderFacts, { first: 100 });
  const listed = items.find(({ facts }) => facts.orderId === orderId);
  if (!listed) throw new Error('The order is not listed');
  const placed = { version: 1, type: orderPlaced.type, at: listed.facts.placedAt, more: {} };
  const told = [placed, ...listed.changes].map(({ version, type, at, more }) => ({
    type,
    aggregateVersion: version,
    occurredAt: at,
    data: messageByType.get(type)?.data.parse({ ...listed.facts, ...more }) as unknown,
  }));
  const [paid] = (await emittedOf(order.db, orderPaid)).filter(({ data }) => data.orderId === orderId);
  const soldOn = paid?.data.paidAt.slice(0, 10);
  const parts = await order.first.run(listOrderPartsOfOrder, { first: 100 });
  expect(parts.items.find((part) => part.orderId === orderId)).toMatchObject({ soldOn });
  expect(await order.first.run(listSoldDays, {})).toEqual({
    days: [{ day: soldOn, currency: 'USD', orders: 1, units: 2, gross: 2_600, refunded: 0 }],
    next: null,
  });
  const said = (await emitted(order.db)).filter(
    ({ type, aggregateId }) => type.startsWith('order.') && aggregateId === orderId,
  );
  expect(told.map(({ type }) => type)).toContain('order.order-paid');
  expect(told).toEqual(
    said.map(({ type, aggregateVersion, occurredAt, data }) => ({
      type,
      aggregateVersion,
      occurredAt,
      data,
    })),
  );
});

const numberOfAttempts = async (orderId: OrderId) =>
  (await emittedOf(order.db, paymentStarted)).filter(({ data }) => data.orderId === orderId).length;

test('the message that told of a change is found by its version, and none for a version that never was', async () => {
  const { orderId } = await payable();
  const told = (await emittedOf(order.db, orderAwaitingPayment)).find(({ data }) => data.orderId === orderId);
  const version = told?.aggregateVersion ?? 0;
  expect(await order.first.run(findPublished, { orderId, version })).toEqual({ messageId: told?.id });
  expect(await order.first.run(findPublished, { orderId, version: version + 1 })).toBeNull();
});

test('the auditor is told what an order was, is and published, and for how long it has been at rest', async () => {
  const { orderId } = await payable();
  const after = (BigInt(orderId) - 1n).toString();
  const { items } = await order.first.run(listOrderPartsOfOrder, { first: 10, after, upTo: orderId });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ orderId, state: 'awaiting-payment', total: { minor: 2_600 } });
  expect(items[0]?.changes.map(({ version }) => version)).toEqual(
    Array.from({ length: (items[0]?.version ?? 0) - 1 }, (_, i) => i + 2),
  );
  expect(items[0]?.restSeconds).toBeGreaterThanOrEqual(0);
  expect(items[0]?.soldOn).toBeNull();
  expect(await order.first.run(getOrderVitals, {})).toMatchObject({ stuck: [] });
  await order.db.query({
    text: "update order_states set deadline_at = now() - interval '2 minutes' where id = $1",
    values: [orderId],
  });
  expect(await order.first.run(getOrderVitals, {})).toMatchObject({ stuck: [orderId] });
});
