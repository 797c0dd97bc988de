import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WaitingLine } from './queue.js';

const LINGER = { thinMs: 0, thickMs: 6, maxBatch: 5 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A line whose worker takes what it is given and is done when the test says so. */
function slowLine() {
  const batches: number[][] = [];
  let finish = () => undefined as unknown;
  const line = new WaitingLine<number>((items) => {
    batches.push(items);
    return new Promise((resolve) => {
      finish = () => resolve();
    });
  }, LINGER);
  return {
    line,
    batches,
    push: (...items: number[]) => {
      for (const item of items) line.push(item);
    },
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    done: async () => {
      finish();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('when traffic is thin a batch leaves at once, with whoever came in the same turn', async () => {
  const { push, pass, batches } = slowLine();
  push(1, 2);
  expect(batches).toEqual([]);
  await pass(0);
  expect(batches).toEqual([[1, 2]]);
});

test('after a batch of one or two the next does not linger, after a larger one it does', async () => {
  const { push, pass, done, batches } = slowLine();
  push(1, 2);
  await pass(0);
  await done();
  push(3, 4, 5);
  await pass(0);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  await done();
  push(6);
  await pass(5);
  expect(batches).toHaveLength(2);
  push(7);
  await pass(1);
  expect(batches[2]).toEqual([6, 7]);
});

test('a full batch does not linger, and none is larger', async () => {
  const { push, pass, done, batches } = slowLine();
  push(1, 2, 3);
  await pass(0);
  await done();
  push(4, 5, 6, 7, 8, 9);
  expect(batches[1]).toEqual([4, 5, 6, 7, 8]);
  await done();
  await pass(6);
  expect(batches[2]).toEqual([9]);
});

test('batches are worked off one after another, in the order of coming', async () => {
  const { push, pass, done, batches } = slowLine();
  push(1);
  await pass(0);
  push(2);
  push(3);
  await pass(1_000);
  expect(batches).toEqual([[1]]);
  await done();
  await pass(0);
  expect(batches).toEqual([[1], [2, 3]]);
});

test('time spent waiting for the batch before counts as lingering', async () => {
  const { push, pass, done, batches } = slowLine();
  push(1, 2, 3);
  await pass(0);
  push(4);
  await pass(10);
  await done();
  await pass(0);
  expect(batches[1]).toEqual([4]);
});

test('whoever brings more than there is room for waits until there is room', async () => {
  const { line, push, pass, done } = slowLine();
  push(1, 2, 3);
  await pass(0);
  push(4, 5);
  await expect(line.room(3)).resolves.toBeUndefined();
  let hasRoom = false;
  const room = line.room(2).then(() => {
    hasRoom = true;
  });
  await pass(1_000);
  expect(hasRoom).toBe(false);
  await done();
  await pass(6);
  await room;
  expect(hasRoom).toBe(true);
});

test('it is idle when nothing waits and nothing is being worked on', async () => {
  const { line, push, pass, done } = slowLine();
  await expect(line.idle()).resolves.toBeUndefined();
  push(1);
  let isIdle = false;
  const idle = line.idle().then(() => {
    isIdle = true;
  });
  await pass(0);
  expect(isIdle).toBe(false);
  await done();
  await idle;
  expect(isIdle).toBe(true);
});
