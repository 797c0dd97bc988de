import { databaseUrl, openDatabase } from '@evenkeel/postgres';
import { expect, test } from 'vitest';
import { SKU } from '../../../drill/errands.js';
import type { Stage } from '../../../drill/stage.js';
import { buyThrough } from '../../support/buy-through.js';
import { eventually } from '../../support/eventually.js';
import { flushRedis } from '../../support/flush-redis.js';
import { Shopper } from '../../support/shopper.js';
import { BOOKKEEPERS, countOf, through } from './through.js';

/** What happens to the servers behind the shop. */
export function breakEngines(shop: () => Stage): void {
  test('a Postgres that is stopped at once, and one that is killed, lose nothing that was acknowledged', async () => {
    const { base, system } = shop();
    const numbers = [system.pidOf('postgres')];
    await buyThrough(base, async () => {
      for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
        system.kill('postgres', signal);
        await eventually(() => expect(numbers).not.toContain(system.pidOf('postgres')));
        await system.waitUntilReady('postgres');
        numbers.push(system.pidOf('postgres'));
      }
    });
    expect(new Set(numbers).size).toBe(3);
  });

  test('a broker that is killed, and one that is away for a minute, lose nothing that was acknowledged', async () => {
    const { base, system, postgres } = shop();
    const pid = system.pidOf('nats');
    await buyThrough(base, async () => {
      system.kill('nats', 'SIGKILL');
      await eventually(() => expect(system.pidOf('nats')).not.toBe(pid));
      await system.waitUntilReady('nats');
      await system.restart('nats', () => aMinutePasses(postgres));
    });
  });

  test('a broker that loses its whole store in the middle of purchases loses nothing that was acknowledged', async () => {
    const stage = shop();
    const before = await countOf(stage, 'outbox_rewound_total');
    await through(stage, [{ fault: 'broker.wipe' }]);
    // What was lost was published again, and what was known already was absorbed.
    expect(await countOf(stage, 'outbox_rewound_total')).toBeGreaterThan(before + 16);
    await eventually(async () => expect(await countOf(stage, 'inbox_absorbed_total')).toBeGreaterThan(16));
  });

  test('orders do not need the read models and the search to be there', () =>
    through(
      shop(),
      ['mongo', 'elasticsearch'].map((at) => ({ fault: 'process.kill', at, count: 2 })),
    ));

  test('a Redis that forgets everything costs the baskets, and neither a session, an order nor the catalogue', async () => {
    const { base, system } = shop();
    const redis = system.engines.find(({ name }) => name === 'redis')?.url ?? '';
    const shopper = await Shopper.customer(base);
    const who = await shopper.id();
    await shopper.putInCart(SKU, 1);
    expect(await shopper.cart()).toEqual([SKU]);
    await buyThrough(base, async () => {
      await flushRedis(redis);
    });
    expect(await shopper.id()).toBe(who);
    expect(await shopper.cart()).toEqual([]);
    await eventually(() => shopper.putInCart(SKU, 1));
    expect(await shopper.cart()).toEqual([SKU]);
  });
}

/** By the clocks of the databases; the tests have no minute to wait. */
async function aMinutePasses(postgres: string): Promise<void> {
  await Promise.all(
    BOOKKEEPERS.map(async (owner) => {
      const db = openDatabase({ url: databaseUrl(postgres, owner), max: 1 });
      await db.query({ text: `update outbox set at = at - interval '1 minute'` });
      await db.close();
    }),
  );
}
