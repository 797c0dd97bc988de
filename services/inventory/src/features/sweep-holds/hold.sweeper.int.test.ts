import { type OrderStateName, reserveStock } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import { NO_FAULTS } from '@evenkeel/messaging';
import { newOrderId } from '@evenkeel/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { inventoryUnderTest } from '../../testing/inventory-under-test.js';
import { holdSweeper } from './hold.sweeper.js';

const inventory = await inventoryUnderTest();
const { db } = inventory.database;
const instance = await inventory.start();
afterAll(() => inventory.stop());

let sku: Sku;
beforeEach(async () => {
  await db.query({ text: "update reservations set status = 'RELEASED' where status = 'HELD'" });
  sku = await inventory.stocked(instance, 500);
});

async function hold(count = 1): Promise<OrderId[]> {
  const orders = Array.from({ length: count }, newOrderId);
  const lines = [{ sku, quantity: 1 }];
  await Promise.all(
    orders.map((orderId) => instance.deliver(reserveStock, { orderId, round: 1, lines, holdSeconds: 900 })),
  );
  return orders;
}

const overdueBy = (interval: string) =>
  db.query({ text: 'update reservations set expires_at = now() - $1::interval', values: [interval] });

function sweeper(state: OrderStateName | null) {
  const asked: OrderId[][] = [];
  const sweep = holdSweeper({
    db,
    messaging: instance.messaging,
    faults: NO_FAULTS,
    askOrders: (orderIds) => {
      asked.push(orderIds);
      return Promise.resolve(orderIds.map((orderId) => (state ? { orderId, state } : null)));
    },
  });
  return { asked, sweep };
}

test('asks nobody while nothing is overdue', async () => {
  await hold();
  const { asked, sweep } = sweeper('cancelled');
  expect(await sweep()).toBe(0);
  expect(asked).toEqual([]);
});

test('gives a hold back when its order says that it has ended', async () => {
  const orders = await hold();
  await overdueBy('1 second');
  const { asked, sweep } = sweeper('cancelled');
  expect(await sweep()).toBe(1);
  expect(asked).toEqual([orders]);
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 500, reserved: 0 });
  const rows = await db.query({ text: 'select status from reservations where sku = $1', values: [sku] });
  expect(rows).toEqual([{ status: 'EXPIRED' }]);
  expect(instance.house.meter.counted('stock_inputs_total', { path: 'expired' })).toBe(1);
});

test('keeps a hold whose order may still be paid, however late', async () => {
  await hold();
  await overdueBy('2 days');
  expect(await sweeper('awaiting-payment').sweep()).toBe(0);
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 1 });
});

test('keeps the hold of an order that nobody knows for an hour', async () => {
  await hold();
  await overdueBy('59 minutes');
  expect(await sweeper(null).sweep()).toBe(0);
  await overdueBy('61 minutes');
  expect(await sweeper(null).sweep()).toBe(1);
});

test('gives nothing back when order does not answer, and tries again', async () => {
  await hold();
  await overdueBy('1 second');
  const askOrders = () => Promise.reject(new Error('no answer'));
  await expect(
    holdSweeper({ db, messaging: instance.messaging, faults: NO_FAULTS, askOrders })(),
  ).rejects.toThrow('no answer');
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 1 });
});

test('walks over more holds than order can be asked for at once', async () => {
  await hold(250);
  await overdueBy('1 second');
  const { asked, sweep } = sweeper('expired');
  expect(await sweep()).toBe(250);
  expect(asked.map((page) => page.length)).toEqual([100, 100, 50]);
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 0 });
});

test('two sweepers at once give a hold back once', async () => {
  await hold();
  await overdueBy('1 second');
  await Promise.all([sweeper('cancelled').sweep(), sweeper('cancelled').sweep()]);
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 0, version: 3 });
});
