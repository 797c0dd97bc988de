import { orderPaid, type Repaired } from '@evenkeel/contracts';
import { type CommandId, type CustomerId, newId, type Sku } from '@evenkeel/kernel';
import {
  actionContextOf,
  newOrderId,
  orderFactsOf,
  serviceInstance,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { moveBenefitsHandler } from './move-benefits.handler.js';
import { takeBackSurplusAction } from './take-back-surplus.handler.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../../migrations', import.meta.url) });
const { db } = database;
const instance = await serviceInstance(database, { service: 'loyalty', handlers: [moveBenefitsHandler(0)] });
afterAll(async () => {
  await instance.stop();
  await database.drop();
});
const { run } = takeBackSurplusAction({ db, messaging: instance.messaging });

/** An order that earned 70 points, of which its wallet was given `times` as many. */
async function earned(times: number) {
  const [orderId, customerId] = [newOrderId(), newId<CustomerId>()];
  const lines = [{ sku: 'CUP' as Sku, quantity: 7 }];
  const facts = orderFactsOf({ orderId, customerId, lines });
  const price = { ...facts.price, pointsToEarn: 70 };
  const captured = { minor: price.total, currency: price.currency };
  const at = new Date().toISOString();
  await instance.deliver(orderPaid, { ...facts, price, round: 1, attemptId: null, captured, paidAt: at });
  for (let more = 1; more < times; more += 1)
    await db.query({
      text: `with e as (insert into entries (id, customer_id, kind, points, balance, order_id)
  values (gen_random_uuid(), $1, 'earned', 70, 140, $2))
update accounts set available = available + 70 where customer_id = $1`,
      values: [customerId, orderId],
    });
  return {
    orderId,
    take: async (dryRun: boolean, commandId = newId<CommandId>()) =>
      (await run({ orderId, dryRun }, actionContextOf(null, commandId))) as Repaired,
    async wallet() {
      const [row] = await db.query<{ available: number; entered: number }>({
        text: `select available, (select sum(points)::int from entries e where e.customer_id = a.customer_id) as entered
from accounts a where customer_id = $1`,
        values: [customerId],
      });
      return row;
    },
  };
}

test('a surplus is taken back by an entry, once for a command, and a dry run takes nothing', async () => {
  const { take, wallet } = await earned(2);
  expect(await take(true)).toEqual({ needed: true, from: '140 points', to: '70 points' });
  expect(await wallet()).toEqual({ available: 140, entered: 140 });
  const commandId = newId<CommandId>();
  await Promise.all([take(false, commandId), take(false, commandId)]);
  expect(await wallet()).toEqual({ available: 70, entered: 70 });
  expect(await take(false)).toMatchObject({ needed: false });
});

test('a wallet that was given what its order earned is left alone', async () => {
  const { take, wallet } = await earned(1);
  expect(await take(false)).toEqual({ needed: false, from: '70 points', to: '70 points' });
  expect(await wallet()).toEqual({ available: 70, entered: 70 });
});
