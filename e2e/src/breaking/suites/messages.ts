import { expect, test } from 'vitest';
import { SKU } from '../../../drill/errands.js';
import type { Stage } from '../../../drill/stage.js';
import { buyThrough } from '../../support/buy-through.js';
import { eventually } from '../../support/eventually.js';
import { countOf } from './through.js';

const WITHIN_MS = 30_000;

/** What the broker does with what it was given. */
export function breakMessages(shop: () => Stage): void {
  test('every durable is deleted, everything is replayed to everybody, and nothing is done twice', async () => {
    const stage = shop();
    const [stock, absorbed] = [await stage.ops.stock(SKU), await countOf(stage, 'inbox_absorbed_total')];
    const deleted = await deleteDurables(stage);
    expect(deleted).toBeGreaterThan(20);
    await eventually(async () => {
      expect(await countOf(stage, 'inbox_absorbed_total')).toBeGreaterThan(absorbed + 100);
      expect(await untaken(stage)).toEqual({ durables: deleted, messages: 0 });
    }, WITHIN_MS);
    expect(await stage.ops.stock(SKU)).toEqual(stock);
    expect(await stage.ops.unbalanced()).toEqual([]);
    await buyThrough(stage.base, async () => undefined);
  });
}

async function durables({ nats }: Stage) {
  const jsm = await nats.jetstreamManager();
  const found = [];
  for await (const stream of jsm.streams.list())
    for await (const durable of jsm.consumers.list(stream.config.name))
      if (durable.config.durable_name) found.push(durable);
  return found;
}

async function deleteDurables(stage: Stage): Promise<number> {
  const jsm = await stage.nats.jetstreamManager();
  const all = await durables(stage);
  await Promise.all(all.map(({ stream_name, name }) => jsm.consumers.delete(stream_name, name)));
  return all.length;
}

/** How many durables there are, and how much they have yet to bring. */
async function untaken(stage: Stage): Promise<{ durables: number; messages: number }> {
  const all = await durables(stage);
  const messages = all.reduce((sum, one) => sum + one.num_pending + one.num_ack_pending, 0);
  return { durables: all.length, messages };
}
