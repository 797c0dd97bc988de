import { expect } from 'vitest';
import { eventually } from './eventually.js';
import { Operator } from './operator.js';
import { Shopper } from './shopper.js';
import { type Bought, buyStubbornly, settledOf } from './stubborn.js';

const SKU = 'TEA-TRN-3-MIX';
const BUYERS = 16;
const LINES = [{ sku: SKU, quantity: 1 }];

/** Trouble that goes on: `over` resolves when it has passed, and rejects when it was not what was meant. */
export interface Trouble {
  readonly over: Promise<unknown>;
}

/**
 * Half of the buyers are at it when trouble begins, the others come while it lasts. When it is over all have bought,
 * and nothing was lost or done twice: orders, stock, ledger and dead letters say so, and the shop goes on selling.
 * `begin` resolves when trouble has begun; what lasts longer is told as `Trouble`.
 */
export async function buyThrough(base: string, begin: () => Promise<Trouble | undefined>): Promise<void> {
  const ops = await Operator.signIn(base);
  await ops.setAvailable(SKU, 200);
  const before = await ops.stock(SKU);
  const total = await (await Shopper.guest(base)).priceOf(LINES);
  const buyers = () => Array.from({ length: BUYERS / 2 }, () => buyStubbornly(base, LINES, total));

  const early = buyers();
  await Promise.race(early);
  const trouble = await begin();
  const [bought] = await Promise.all([Promise.all([...early, ...buyers()]), trouble?.over]);

  await allSettled(bought);
  await expect
    .poll(async () => ops.stock(SKU), { timeout: 20_000 })
    .toMatchObject({
      onHand: before.onHand - BUYERS,
      reserved: before.reserved,
      sold: before.sold + BUYERS,
    });
  for (const { number } of bought) await isBookedOnce(ops, number);
  // What was away is no poison, and the shop goes on selling.
  expect(await eventually(() => ops.deadLetters())).toEqual([]);
  await settledOf(await buyStubbornly(base, LINES, total));
}

async function allSettled(bought: readonly Bought[]): Promise<void> {
  const orders = await Promise.all(bought.map(settledOf));
  expect(new Set(orders.map((order) => order.number)).size).toBe(BUYERS);
  for (const order of orders) expect(order.paid).toEqual(order.total);
}

async function isBookedOnce(ops: Operator, number: string): Promise<void> {
  const journals = await eventually(() => ops.journals(number));
  expect(journals.map((journal) => journal.kind).sort()).toEqual(['capture', 'sale']);
  for (const { entries } of journals) expect(entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0);
}
