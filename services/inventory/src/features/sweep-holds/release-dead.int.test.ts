import { type OrderStateName, type Repaired, reserveStock } from '@evenkeel/contracts';
import { actionContextOf, newOrderId } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { inventoryUnderTest } from '../../testing/inventory-under-test.js';
import { releaseDeadHoldsAction } from './release-dead.handler.js';

const inventory = await inventoryUnderTest();
const { db } = inventory.database;
const instance = await inventory.start();
afterAll(() => inventory.stop());

/** An order that holds two pieces, and says that it is in this state. */
async function holding(state: OrderStateName | null) {
  const sku = await inventory.stocked(instance, 10);
  const orderId = newOrderId();
  const lines = [{ sku, quantity: 2 }];
  await instance.deliver(reserveStock, { orderId, round: 1, lines, holdSeconds: 900 });
  const { run } = releaseDeadHoldsAction({
    db,
    messaging: instance.messaging,
    askOrders: ([id]) => Promise.resolve([id && state ? { orderId: id, state } : null]),
  });
  return {
    sku,
    release: async (dryRun: boolean) => (await run({ orderId, dryRun }, actionContextOf())) as Repaired,
  };
}

test('what an order holds that has ended is given back once, long before it expires', async () => {
  const { sku, release } = await holding('cancelled');
  expect(await release(true)).toEqual({ needed: true, from: `2 × ${sku} held`, to: 'given back' });
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 2 });
  await release(false);
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 10, reserved: 0 });
  expect(await release(false)).toMatchObject({ needed: false, from: 'nothing held' });
});

test('an order that says that it is alive keeps what it holds', async () => {
  const { sku, release } = await holding('awaiting-payment');
  expect(await release(false)).toMatchObject({ needed: false });
  expect(await inventory.soundStock(sku)).toMatchObject({ reserved: 2 });
});
