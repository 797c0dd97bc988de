import { expect, test } from 'vitest';
import type { MessagingContext } from '../context.js';
import { NO_FAULTS } from '../faults/fault-points.js';
import type { QueuedItem } from './item.js';
import { PlainLane } from './plain-lane.js';

const nothing = () => undefined;
const context = {
  faults: NO_FAULTS,
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  meter: { count: nothing, observe: nothing, gauge: nothing },
} as unknown as MessagingContext;

function item(id: string, settled: string[]): QueuedItem {
  const settle = { done: () => void settled.push(id), failed: () => Promise.resolve() };
  return { id, type: 'catalog.product-published', data: {}, settle } as unknown as QueuedItem;
}

test('a stop works off what waits', async () => {
  const settled: string[] = [];
  const lane = new PlainLane(context, { apply: () => Promise.resolve(), isOutage: () => true });
  for (const id of ['a', 'b']) lane.push(item(id, settled));
  await lane.drain();
  expect(settled).toEqual(['a', 'b']);
});

test('a stop does not wait for an engine that is away, and leaves to the broker what was not done', async () => {
  const settled: string[] = [];
  let tries = 0;
  const apply = () => {
    tries += 1;
    return Promise.reject(new Error('away'));
  };
  const lane = new PlainLane(context, { apply, isOutage: () => true });
  lane.push(item('a', settled));
  await expect.poll(() => tries).toBeGreaterThan(2);
  lane.push(item('b', settled));
  await lane.drain();
  expect(settled).toEqual([]);
});
