import type { FaultController } from '@evenkeel/runtime/faults';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LONG_LIVED, openStage, type Stage } from '../../drill/stage.js';
import { buyThrough } from '../support/buy-through.js';
import { eventually } from '../support/eventually.js';
import { Shopper } from '../support/shopper.js';

type Wanted = Parameters<FaultController['set']>[0];

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(LONG_LIVED, { faultProxies: true });
});

afterAll(() => stage?.close());

afterEach(() => stage.faults.clear());

/** Sets faults in the middle of purchases, and sees that each takes effect. */
async function through(wanted: readonly Wanted[], meanwhile?: () => Promise<unknown>): Promise<void> {
  const seen: Promise<void>[] = [];
  await buyThrough(stage.base, async () => {
    for (const one of wanted) seen.push(takesEffect(await stage.faults.set(one)));
    await meanwhile?.();
  });
  await Promise.all(seen);
}

const takesEffect = ({ id, fault }: { id: string; fault: string }) =>
  eventually(async () => {
    const fired = (await stage.faults.list()).find((one) => one.id === id)?.fired ?? 0;
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
    async () => (await Shopper.guest(stage.base)).putInCart('TEA-TRN-3-MIX', 1),
  ));

test('an order is right when its service stood still for longer than a message is waited for', () =>
  through([{ fault: 'process.pause', at: 'order', ms: 11_000 }]));
