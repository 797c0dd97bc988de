import type { InvariantId } from '@evenkeel/contracts';
import { manualClock } from '@evenkeel/kernel';
import { countingMeter } from '@evenkeel/testing';
import { expect, test } from 'vitest';
import type { Look } from './look.handler.js';
import { Watch } from './watch.js';

const nothing: Look = { violations: [], unknown: new Map(), pulse: null };
const off: Look = {
  violations: [{ invariant: 'I3', subject: 'all', evidence: 'reserved is 3, and held 2' }],
  unknown: new Map(),
  pulse: null,
};
const silent: Look = {
  violations: [],
  unknown: new Map<InvariantId, string>([['I3', 'inventory did not answer']]),
  pulse: null,
};

function watching(looks: readonly Look[], took = 0) {
  const waiting = [...looks];
  const written: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_: object, message: string) => written.push(message),
  };
  let now = 0;
  const meter = countingMeter();
  const watch = new Watch({
    context: { clock: manualClock(), meter, log } as unknown as ConstructorParameters<
      typeof Watch
    >[0]['context'],
    now: () => now,
    lookAround: () => {
      now += took;
      return Promise.resolve(waiting.shift() ?? nothing);
    },
  });
  const line = () => watch.lines().find(({ id }) => id === 'I3');
  return { watch, line, written, left: () => waiting.length, pass: (ms: number) => (now += ms) };
}

test('before anybody looked nothing is known', () => {
  expect(watching([]).line()).toMatchObject({ state: 'unknown', checkedAt: null });
});

test('what is seen once is not a violation, what is seen twice is, and it is said once', async () => {
  const { watch, line, written } = watching([off, off, off, nothing]);
  await watch.turn();
  expect(line()).toMatchObject({ state: 'holds' });
  await watch.turn();
  expect(line()).toMatchObject({ state: 'violated', violations: 1, evidence: [off.violations[0]?.evidence] });
  await watch.turn();
  expect(written).toHaveLength(1);
  await watch.turn();
  expect(line()).toMatchObject({ state: 'holds', violations: 0 });
});

test('an owner that does not answer leaves its invariants unknown, with the reason', async () => {
  const { watch, line } = watching([silent]);
  await watch.turn();
  expect(line()).toMatchObject({ state: 'unknown', evidence: ['inventory did not answer'] });
});

test('who is away is asked again in the next turn, however long the last look waited for them', async () => {
  const { watch, line, left } = watching([silent, nothing], 5_000);
  await watch.turn();
  await watch.turn();
  expect(left()).toBe(0);
  expect(line()).toMatchObject({ state: 'holds' });
});

test('a look that took long is not repeated before fifty times as long has passed', async () => {
  const { watch, left, pass } = watching([nothing, nothing], 200);
  await watch.turn();
  pass(9_900);
  await watch.turn();
  expect(left()).toBe(1);
  pass(200);
  await watch.turn();
  expect(left()).toBe(0);
});

test('after a minute it looks again, however long the last look took', async () => {
  const { watch, left, pass } = watching([nothing, nothing], 5_000);
  await watch.turn();
  pass(59_900);
  await watch.turn();
  expect(left()).toBe(1);
  pass(200);
  await watch.turn();
  expect(left()).toBe(0);
});
