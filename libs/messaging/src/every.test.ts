import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { every } from './every.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const warned: string[] = [];
const log = {
  debug() {},
  info() {},
  error() {},
  warn: (_: object, message: string) => void warned.push(message),
};

test('a failure is tried again soon and said once in a row; success goes back to the usual pace', async () => {
  const outcomes = [new Error('away'), new Error('away'), null, null];
  const run = vi.fn(async () => {
    const error = outcomes[run.mock.calls.length - 1];
    if (error) throw error;
  });
  const job = every({ log }, { ms: 1_000, retryMs: 100, what: 'look', run });
  job.soon();
  await vi.advanceTimersByTimeAsync(250);
  expect(run).toHaveBeenCalledTimes(3);
  expect(warned).toEqual(['Could not look; the next turn tries again']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(run).toHaveBeenCalledTimes(4);
  await job.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(run).toHaveBeenCalledTimes(4);
});

test('nothing runs after the stop, not even what failed last', async () => {
  const run = vi.fn(() => Promise.reject(new Error('away')));
  const job = every({ log }, { ms: 1_000, retryMs: 100, what: 'look', run });
  job.soon();
  await vi.advanceTimersByTimeAsync(0);
  await job.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(run).toHaveBeenCalledTimes(1);
});
