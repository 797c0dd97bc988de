import { allSubscriptions } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { search } from './checker/search.js';
import { storyOf } from './checker/story.js';
import { configurations } from './configurations/index.js';
import { unfired } from './fired.js';
import { receiversOf } from './parts/letters.js';
import { shop } from './shop.js';

const LIMIT = 1_000_000;
const cases = configurations.map((one) => [one.name, one] as const);
const delivered = new Set<string>();

test.each(cases)('every history keeps every invariant: %s', { timeout: 300_000 }, (_name, configuration) => {
  const found = search(shop, configuration, LIMIT);
  for (const type of found.delivered) delivered.add(type);
  expect(found.counterexample && storyOf(found.counterexample)).toBeNull();
  expect(found.complete).toBe(true);
  expect(unfired(configuration.faults, found)).toEqual([]);
});

test('all that the parts can send each other was sent', () => {
  const possible = allSubscriptions
    .flatMap(({ messages }) => messages)
    .filter((message) => receiversOf(message).length > 0)
    .map(({ type }) => type);
  const outside = ['catalog.', 'identity.', 'loyalty.coupon-published', 'loyalty.points-granted'];
  const wanted = possible.filter((type) => !outside.some((start) => type.startsWith(start)));
  expect([...new Set(wanted)].filter((type) => !delivered.has(type))).toEqual([]);
});
