import { type AnyAction, orderPaid, type Repaired } from '@evenkeel/contracts';
import { type CommandId, newId, type Sku } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import {
  actionContextOf,
  newOrderId,
  orderFactsOf,
  serviceInstance,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { bookJournalsHandler } from './book-journals.handler.js';
import { rebookSaleAction } from './rebook-sale.handler.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../../migrations', import.meta.url) });
const { db } = database;
const instance = await serviceInstance(database, { service: 'finance', handlers: [bookJournalsHandler] });
afterAll(async () => {
  await instance.stop();
  await database.drop();
});

/** A paid order, and the order service that kept what it published. */
function paidOrder() {
  const orderId = newOrderId();
  const facts = orderFactsOf({ orderId, lines: [{ sku: 'CUP' as Sku, quantity: 2 }] });
  const captured = { minor: facts.price.total, currency: facts.price.currency };
  const more = { round: 1, attemptId: null, captured, paidAt: '2026-03-01T10:00:00.000Z' };
  const messageId = newId<CommandId>();
  const change = { version: 4, type: orderPaid.type, at: more.paidAt, more };
  const call = ((action: AnyAction) =>
    Promise.resolve(
      action.name === 'order.find-published'
        ? { messageId }
        : { items: [{ facts, changes: [change] }], cursors: [], next: null },
    )) as unknown as House['call'];
  const { run } = rebookSaleAction({ db, messaging: instance.messaging, call });
  return {
    arrive: () => instance.deliver(orderPaid, { ...facts, ...more }, messageId),
    rebook: async (dryRun = false, commandId = newId<CommandId>()) =>
      (await run({ orderId, dryRun }, actionContextOf(null, commandId))) as Repaired,
    sales: async () =>
      (await db.query({ text: 'select 1 from journals where order_id = $1', values: [orderId] })).length,
    lose: () =>
      db.transaction((tx) => {
        tx.write({ text: "set local session_replication_role = 'replica'" });
        tx.write({ text: 'delete from journals where order_id = $1', values: [orderId] });
        return Promise.resolve();
      }),
  };
}

test('a sale that was lost is booked again, once for a command; a dry run books nothing', async () => {
  const { arrive, lose, rebook, sales } = paidOrder();
  await arrive();
  await lose();
  expect(await rebook(true)).toEqual({ needed: true, from: 'no journal', to: 'sale' });
  expect(await sales()).toBe(0);
  const commandId = newId<CommandId>();
  await Promise.all([rebook(false, commandId), rebook(false, commandId)]);
  expect(await sales()).toBe(1);
  expect(await rebook()).toMatchObject({ needed: false });
});

test('a sale whose message was only late is booked once, and the message is absorbed when it comes', async () => {
  const { arrive, rebook, sales } = paidOrder();
  await rebook();
  await arrive();
  expect(await sales()).toBe(1);
  expect(instance.house.meter.counted('inbox_absorbed_total', {})).toBeGreaterThan(0);
});
