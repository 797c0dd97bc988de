import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { closedLoop } from './closed-loop.js';

test('nothing counts before everybody had a turn, and nobody is left in the middle of one', async () => {
  const turns = [0, 0];
  let [counted, underWay, begun] = [0, 0, 0];
  const measured = await closedLoop({
    workers: 2,
    warmUpSeconds: 0,
    seconds: 0.1,
    snapshot() {
      if (begun === 0) expect(Math.min(...turns)).toBeGreaterThan(0);
      begun += 1;
      return begun;
    },
    async turn(worker, window) {
      underWay += 1;
      await sleep(worker === 0 ? 1 : 30);
      underWay -= 1;
      turns[worker] = (turns[worker] ?? 0) + 1;
      if (window.isOpen) counted += 1;
    },
  });
  expect([measured.before, measured.after, underWay]).toEqual([1, 2, 0]);
  expect(measured.seconds).toBeGreaterThanOrEqual(0.09);
  expect(counted).toBeGreaterThan(2);
  expect(counted).toBeLessThan((turns[0] ?? 0) + (turns[1] ?? 0));
});
