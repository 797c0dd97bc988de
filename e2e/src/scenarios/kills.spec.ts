import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSystem, startSystem } from '@evenkeel/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { Operator } from '../support/operator.js';
import { QUICK } from '../support/quick.js';
import { Shopper } from '../support/shopper.js';
import { buyStubbornly, settledOf } from '../support/stubborn.js';

const SKU = 'TEA-TRN-3-MIX';
const BUYERS = 16;

let system: RunningSystem;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-kills-'));
  const env = { ...process.env, ...QUICK, PAY_WITHIN_SECONDS: '120', CARRIER_DISPATCH_SECONDS: '600' };
  system = await startSystem({ dataDir, port: 0, env });
});

afterAll(async () => {
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test.each(['order', 'inventory', 'payment', 'finance', 'nats', 'postgres'])(
  'a SIGKILL of %s in the middle of purchases loses nothing that was acknowledged',
  async (victim) => {
    const base = system.addresses.gateway;
    const ops = await Operator.signIn(base);
    await ops.setAvailable(SKU, 200);
    const before = await ops.stock(SKU);
    const lines = [{ sku: SKU, quantity: 1 }];
    const total = await (await Shopper.guest(base)).priceOf(lines);

    const pid = system.pidOf(victim);
    const purchases = Array.from({ length: BUYERS }, () => buyStubbornly(base, lines, total));
    await Promise.race(purchases);
    system.kill(victim, 'SIGKILL');
    await expect.poll(() => system.pidOf(victim), { timeout: 30_000 }).not.toBe(pid);
    await system.waitUntilReady(victim);

    const bought = await Promise.all(purchases);
    const orders = await Promise.all(bought.map(settledOf));
    expect(new Set(orders.map((order) => order.number)).size).toBe(BUYERS);
    for (const order of orders) expect(order.paid).toEqual(order.total);
    await expect
      .poll(async () => ops.stock(SKU), { timeout: 20_000 })
      .toMatchObject({
        onHand: before.onHand - BUYERS,
        reserved: before.reserved,
        sold: before.sold + BUYERS,
      });
    for (const { number } of bought) {
      const journals = await eventually(() => ops.journals(number));
      expect(journals.map((journal) => journal.kind).sort()).toEqual(['capture', 'sale']);
      for (const { entries } of journals)
        expect(entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0);
    }
    // What was away is no poison, and the shop goes on selling.
    expect(await eventually(() => ops.deadLetters())).toEqual([]);
    await settledOf(await buyStubbornly(base, lines, total));
  },
  150_000,
);
