import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSystem, startSystem } from '@evenkeel/local';
import { connectBus, type NatsConnection } from '@evenkeel/messaging';
import { type FaultController, faultController } from '@evenkeel/runtime/faults';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buyThrough } from '../support/buy-through.js';
import { eventually } from '../support/eventually.js';
import { QUICK } from '../support/quick.js';
import { Shopper } from '../support/shopper.js';

type Wanted = Parameters<FaultController['set']>[0];

let system: RunningSystem;
let dataDir: string;
let bus: NatsConnection;
let faults: FaultController;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-network-'));
  const env = { ...process.env, ...QUICK, PAY_WITHIN_SECONDS: '120', CARRIER_DISPATCH_SECONDS: '600' };
  system = await startSystem({ dataDir, port: 0, env, faultProxies: true });
  bus = await connectBus(system.engines.find(({ name }) => name === 'nats')?.url ?? '', 'scenario');
  faults = faultController(bus);
});

afterAll(async () => {
  await bus?.close();
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

afterEach(() => faults.clear());

/** Sets faults in the middle of purchases, and sees that each takes effect. */
async function through(wanted: readonly Wanted[], meanwhile?: () => Promise<unknown>): Promise<void> {
  const seen: Promise<void>[] = [];
  await buyThrough(system.addresses.gateway, async () => {
    for (const one of wanted) seen.push(takesEffect(await faults.set(one)));
    await meanwhile?.();
  });
  await Promise.all(seen);
}

const takesEffect = ({ id, fault }: { id: string; fault: string }) =>
  eventually(async () => {
    const fired = (await faults.list()).find((one) => one.id === id)?.fired ?? 0;
    expect(fired, `${fault} takes effect`).toBeGreaterThan(0);
  });

test('an order is right when Postgres answers late, and the broker sooner or later', () =>
  through([
    { fault: 'network.latency', at: 'postgres', ms: 40 },
    { fault: 'network.jitter', at: 'nats', ms: 40 },
  ]));

test('an order is right when connections to Postgres break in the middle of answers', () =>
  through([{ fault: 'network.reset', at: 'postgres', count: 20, probability: 0.1 }]));

test('an order is right when nothing that the broker says arrives for a while', () =>
  through([{ fault: 'network.black-hole', at: 'nats', seconds: 4 }]));

test('an order is right when carts come byte by byte and the read models are silent', () =>
  through(
    [
      { fault: 'network.slow-bytes', at: 'redis' },
      { fault: 'network.black-hole', at: 'mongo', seconds: 4 },
    ],
    async () => (await Shopper.guest(system.addresses.gateway)).putInCart('TEA-TRN-3-MIX', 1),
  ));

test('an order is right when its service stood still for longer than a message is waited for', () =>
  through([{ fault: 'process.pause', at: 'order', ms: 11_000 }]));
