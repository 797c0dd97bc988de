import { houseProcesses } from '@evenkeel/local';
import { expect, test } from 'vitest';
import { ERRANDS } from '../../../drill/errands.js';
import { openTwin, type Stage } from '../../../drill/stage.js';
import { booksBefore, verify } from '../../../drill/verify.js';
import { buyThrough } from '../../support/buy-through.js';
import { metricOf } from '../../support/metrics.js';
import { BOOKKEEPERS, countOf, through } from './through.js';

/** What happens to processes that nobody wrote a fault point for. */
export function breakProcesses(shop: () => Stage): void {
  test('a SIGKILL of order, inventory, payment and finance in the middle of purchases loses nothing that was acknowledged', () =>
    through(
      shop(),
      ['order', 'inventory', 'payment', 'finance'].map((at) => ({ fault: 'process.kill', at })),
    ));

  test('two services that die again and again as soon as they are back lose nothing', () =>
    through(
      shop(),
      ['order', 'payment'].map((at) => ({ fault: 'process.kill', at, count: 3 })),
    ));

  test('an order is right when its service stood still for longer than a message is waited for', async () => {
    const stage = shop();
    const order = { health: stage.system.healthUrl('order') };
    const before = await metricOf(order, 'redelivered_total');
    await through(stage, [{ fault: 'process.pause', at: 'order', ms: 11_000 }]);
    expect(await metricOf(order, 'redelivered_total')).toBeGreaterThan(before);
  });

  test('all processes are exchanged one after another while people buy, and nobody loses anything', async () => {
    const { base, system } = shop();
    const names = houseProcesses.map(({ name }) => name);
    const before = names.map((name) => system.pidOf(name));
    await buyThrough(base, async () => ({ over: oneByOne(names, (name) => system.restart(name)) }));
    expect(names.filter((name, at) => system.pidOf(name) === before[at])).toEqual([]);
  });

  test('two of every process, sweepers and carriers included, do everything once', async () => {
    const stage = shop();
    const twin = await openTwin(stage);
    try {
      const before = await booksBefore(stage);
      const { purchase, cancel, refund, doubt } = ERRANDS;
      const other = { ...stage, base: twin.addresses.gateway };
      const ran = await Promise.all([
        purchase(stage),
        doubt(other),
        cancel(other),
        refund(stage),
        purchase(other),
      ]);
      await verify(stage, before, { promised: ran.flatMap(({ promised }) => promised), deadLetters: 0 });
      for (const service of BOOKKEEPERS) {
        const done = await metricOf({ health: twin.healthUrl(service) }, 'lane_items_total');
        expect(done, `the second ${service} did its part`).toBeGreaterThan(0);
      }
      expect(await countOf(stage, 'lane_items_total')).toBeGreaterThan(0);
    } finally {
      await twin.stop();
    }
  });
}

async function oneByOne<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  for (const thing of things) await work(thing);
}
