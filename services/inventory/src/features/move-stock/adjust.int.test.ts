import { adjustStock, getStock, reserveStock, stockReserved } from '@evenkeel/contracts';
import { type CommandId, newId, type Sku } from '@evenkeel/kernel';
import { callerOf, emittedOf, newOrderId } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { inventoryUnderTest } from '../../testing/inventory-under-test.js';

const inventory = await inventoryUnderTest();
const { db } = inventory.database;
const instance = await inventory.start();
afterAll(() => inventory.stop());

const caller = callerOf('operator');
const adjust = (input: { key: string; sku: Sku; delta: number; reason?: string }, as = caller) =>
  inventory.call(adjustStock, { reason: 'counted', ...input }, { instance, caller: as });

test('an adjustment moves the stock, and leaves a movement and an audit entry', async () => {
  const sku = await inventory.stocked(instance, 3);
  const { replayed, result } = await adjust({ key: 'a', sku, delta: 4, reason: 'found behind the door' });
  expect(replayed).toBe(false);
  expect(result).toEqual({ kind: 'adjusted', stock: await inventory.call(getStock, { sku }, { caller }) });
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 7, supplied: 3, adjusted: 4, version: 2 });
  const audit = await db.query({
    text: 'select who, what, from_value, to_value, reason from audit_entries where subject = $1',
    values: [sku],
  });
  expect(audit).toEqual([
    {
      who: caller.sub,
      what: 'adjust-stock',
      from_value: '3',
      to_value: '7',
      reason: 'found behind the door',
    },
  ]);
});

test('a key is answered as the first time, also when it comes twenty times at once', async () => {
  const sku = await inventory.stocked(instance, 3);
  const rival = await inventory.start();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      inventory.call(
        adjustStock,
        { key: 'twenty', sku, delta: -1, reason: 'broken' },
        { instance: i % 2 ? instance : rival, caller },
      ),
    ),
  );
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1);
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 2, version: 2 });
});

test('a key with another body is refused and changes nothing', async () => {
  const sku = await inventory.stocked(instance, 3);
  await adjust({ key: 'body', sku, delta: 1 });
  await expect(adjust({ key: 'body', sku, delta: 2 })).rejects.toMatchObject({ type: 'house.key-reused' });
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 4 });
});

test('a key that another instance uses meanwhile, for something else, changes only what it changed first', async () => {
  const [sku, other] = [await inventory.stocked(instance, 3), await inventory.stocked(instance, 3)];
  const slow = await inventory.start(() => adjust({ key: 'raced', sku: other, delta: 1 }));
  const input = { key: 'raced', sku, delta: 1, reason: 'counted' };
  const late = inventory.call(adjustStock, input, { instance: slow, caller });
  await expect(late).rejects.toMatchObject({ type: 'house.key-reused' });
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 3 });
  expect(await inventory.soundStock(other)).toMatchObject({ onHand: 4 });
});

test('the same key of somebody else is another key', async () => {
  const sku = await inventory.stocked(instance, 3);
  await adjust({ key: 'mine', sku, delta: 1 });
  expect(await adjust({ key: 'mine', sku, delta: 2 }, callerOf('operator'))).toMatchObject({
    replayed: false,
  });
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 6 });
});

test('a key is kept for a day, and is free again after that', async () => {
  const sku = await inventory.stocked(instance, 3);
  const age = (hours: number) =>
    db.query({
      text: `update idempotency_keys set at = now() - make_interval(hours => $1) where key = 'old'`,
      values: [hours],
    });
  await adjust({ key: 'old', sku, delta: 1 });
  await age(23);
  expect(await adjust({ key: 'old', sku, delta: 1 })).toMatchObject({ replayed: true });
  await age(25);
  expect(await adjust({ key: 'old', sku, delta: 2 })).toMatchObject({ replayed: false });
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 6 });
});

test('what is held for orders cannot be adjusted away', async () => {
  const sku = await inventory.stocked(instance, 3);
  const lines = [{ sku, quantity: 2 }];
  await instance.deliver(reserveStock, { orderId: newOrderId(), round: 1, lines, holdSeconds: 900 });
  const { result } = await adjust({ key: 'held', sku, delta: -2 });
  expect(result).toEqual({ kind: 'below-reserved', available: 1 });
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 3, reserved: 2 });
});

test('stock that is counted anew in the middle of a sale is neither oversold nor lost', async () => {
  const sku = await inventory.stocked(instance, 40);
  const rival = await inventory.start();
  const wants = Array.from({ length: 200 }, () => ({
    orderId: newOrderId(),
    round: 1,
    lines: [{ sku, quantity: 1 }],
    holdSeconds: 900,
  }));
  const sale = wants.map((want, at) => (at % 2 ? instance : rival).deliver(reserveStock, want));
  const counts = [7, -5, 9, -60, 4, -3];
  const answers = await Promise.all(counts.map((delta, at) => adjust({ key: `sale-${at}`, sku, delta })));
  await Promise.all(sale);
  const counted = counts.filter((_, at) => answers[at]?.result.kind === 'adjusted');
  // Sixty are never there to be taken away.
  expect(counted).not.toContain(-60);
  expect(counted.length).toBeGreaterThan(2);
  const { onHand, held } = await inventory.soundStock(sku);
  expect(onHand).toBe(40 + counted.reduce((sum, delta) => sum + delta, 0));
  const orders = new Set(wants.map(({ orderId }) => orderId));
  const promised = (await emittedOf(db, stockReserved)).filter(({ data }) => orders.has(data.orderId));
  expect(promised).toHaveLength(held);
  expect(held).toBeGreaterThan(30);
});

test('only operators adjust', async () => {
  const sku = await inventory.stocked(instance, 3);
  const asShopper = adjust({ key: 'shopper', sku, delta: 1 }, callerOf('customer'));
  await expect(asShopper).rejects.toMatchObject({ type: 'house.forbidden' });
});

test('a command that is asked for again by its id is answered by the inbox', async () => {
  const sku = await inventory.stocked(instance, 3);
  const commandId = newId<CommandId>();
  const ask = () =>
    inventory.call(
      adjustStock,
      { key: 'id', sku, delta: 1, reason: 'found' },
      { instance, caller, commandId },
    );
  expect(await ask()).toEqual(await ask());
  expect(await inventory.soundStock(sku)).toMatchObject({ onHand: 4 });
});

test('movements and audit entries cannot be changed or removed', async () => {
  for (const text of ['delete from stock_movements', 'update audit_entries set who = gen_random_uuid()']) {
    await expect(db.query({ text })).rejects.toThrow('append-only');
  }
});
