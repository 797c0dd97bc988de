import { expect, test } from 'vitest';
import { manualClock } from './clock.js';
import { SNOWFLAKE_EPOCH, snowflakeGenerator } from './snowflake.js';

const START = SNOWFLAKE_EPOCH + 1_000_000;

test('numbers rise even when the clock steps back an hour', () => {
  const clock = manualClock(START);
  const ids = snowflakeGenerator({ workerId: 3, lastMs: 0 }, clock);
  const before = BigInt(ids.next());
  clock.advance(-3_600_000);
  expect(BigInt(ids.next())).toBeGreaterThan(before);
});

test('5 000 numbers of one millisecond are all different', () => {
  const ids = snowflakeGenerator({ workerId: 3, lastMs: 0 }, manualClock(START));
  expect(new Set(Array.from({ length: 5_000 }, () => ids.next())).size).toBe(5_000);
});

test('a worker that comes back starts after the last millisecond it used', () => {
  const clock = manualClock(START);
  const first = snowflakeGenerator({ workerId: 3, lastMs: 0 }, clock);
  const used = Array.from({ length: 9_000 }, () => first.next());
  const second = snowflakeGenerator({ workerId: 3, lastMs: first.lastMs() }, clock);
  expect(BigInt(second.next())).toBeGreaterThan(BigInt(used[used.length - 1] ?? 0));
});

test('two workers never meet', () => {
  const clock = manualClock(START);
  const [a, b] = [1, 2].map((workerId) => snowflakeGenerator({ workerId, lastMs: 0 }, clock));
  expect(a?.next()).not.toBe(b?.next());
});
