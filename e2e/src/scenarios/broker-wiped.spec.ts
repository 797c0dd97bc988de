import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSystem, startSystem } from '@evenkeel/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { metricOf } from '../support/metrics.js';
import { Operator } from '../support/operator.js';
import { QUICK } from '../support/quick.js';
import { Shopper } from '../support/shopper.js';
import { buyStubbornly, settledOf } from '../support/stubborn.js';

const SKU = 'TEA-TRN-3-MIX';
const BUYERS = 16;
const SERVICES = ['order', 'inventory', 'payment', 'finance', 'loyalty', 'fulfilment'];

let system: RunningSystem;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-wiped-'));
  const env = { ...process.env, ...QUICK, PAY_WITHIN_SECONDS: '120', CARRIER_DISPATCH_SECONDS: '600' };
  system = await startSystem({ dataDir, port: 0, env });
});

afterAll(async () => {
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('a broker that loses its whole store in the middle of purchases loses nothing that was acknowledged', async () => {
  const base = system.addresses.gateway;
  const count = async (name: string) => {
    const found = SERVICES.map((service) => metricOf({ health: system.healthUrl(service) }, name));
    return (await Promise.all(found)).reduce((sum, one) => sum + one, 0);
  };
  const ops = await Operator.signIn(base);
  await ops.setAvailable(SKU, 200);
  const before = await ops.stock(SKU);
  const lines = [{ sku: SKU, quantity: 1 }];
  const total = await (await Shopper.guest(base)).priceOf(lines);
  expect(await count('outbox_rewound_total')).toBe(0);

  const purchases = Array.from({ length: BUYERS }, () => buyStubbornly(base, lines, total));
  await Promise.race(purchases);
  await system.restart('nats', () => rm(join(dataDir, 'nats', 'streams'), { recursive: true }));

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
  }
  // What was lost was published again, what was known already was absorbed, and nothing was taken for poison.
  expect(await count('outbox_rewound_total')).toBeGreaterThan(BUYERS);
  expect(await count('inbox_absorbed_total')).toBeGreaterThan(BUYERS);
  expect(await ops.deadLetters()).toEqual([]);
  // And the shop goes on selling.
  await settledOf(await buyStubbornly(base, lines, total));
}, 240_000);
