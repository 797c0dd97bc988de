import { expect, test } from 'vitest';
import { restartDelay } from './backoff.js';

test('the wait doubles from 0.2 s and stops growing at 10 s', () => {
  const waits: number[] = [];
  while (waits.length < 8) waits.push(restartDelay(waits.at(-1) ?? 0, 100));
  expect(waits).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
});

test('a process that had stayed up for 30 s is started again at once', () => {
  expect(restartDelay(10_000, 30_000)).toBe(200);
  expect(restartDelay(10_000, 29_999)).toBe(10_000);
});
