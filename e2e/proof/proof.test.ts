import { allSubscriptions } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import type { Configuration } from './checker/model.js';
import { type Found, search } from './checker/search.js';
import { storyOf } from './checker/story.js';
import { configurations } from './configurations/index.js';
import { unfired } from './fired.js';
import { receiversOf } from './parts/letters.js';
import { shop } from './shop.js';

const cases = configurations.map((one) => [one.name, one] as const);
const known = new Map<string, Found>();

/** Each configuration is searched once. */
function foundOf(configuration: Configuration): Found {
  const found = known.get(configuration.name) ?? search(shop, configuration, { states: 1_000_000 });
  known.set(configuration.name, found);
  return found;
}

test.each(cases)('every history keeps every invariant: %s', { timeout: 300_000 }, (_name, configuration) => {
  const found = foundOf(configuration);
  expect(found.counterexample && storyOf(found.counterexample)).toBeNull();
  expect(found.complete).toBe(true);
  expect(unfired(configuration.faults, found)).toEqual([]);
});

test.each(['a callback that comes twice', 'two customers, one coupon'])(
  'orders of delivery that are left out make no difference: %s',
  (name) => {
    const configuration = configurations.find((one) => one.name === name);
    if (!configuration) throw new Error(`There is no configuration "${name}"`);
    const [reduced, whole] = [true, false].map((is) =>
      search(shop, configuration, { states: 1_000_000, reduced: is }),
    );
    expect(whole?.states).toBeGreaterThan(2 * (reduced?.states ?? 0));
    expect(reduced?.ends).toEqual(whole?.ends);
  },
);

test('all that the parts can send each other was sent', { timeout: 300_000 }, () => {
  const delivered = new Set(configurations.flatMap((one) => [...foundOf(one).delivered]));
  const possible = allSubscriptions
    .flatMap(({ messages }) => messages)
    .filter((message) => receiversOf(message).length > 0)
    .map(({ type }) => type);
  const outside = ['catalog.', 'identity.', 'loyalty.coupon-published', 'loyalty.points-granted'];
  const wanted = possible.filter((type) => !outside.some((start) => type.startsWith(start)));
  expect([...new Set(wanted)].filter((type) => !delivered.has(type))).toEqual([]);
});
