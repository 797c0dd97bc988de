import { expect, test } from 'vitest';
import { cpuOf, parseStat } from './process-times.js';

test('a process may be called anything', () => {
  const line = `42 (a) b (c) S 7 42 42 0 -1 4194304 1 2 3 4 50 6 700 8 20 0 1 0 99 1 2`;
  expect(parseStat(line)).toEqual({ parent: 7, ms: (50 + 6 + 700 + 8) * 10 });
});

test('the time of descendants is the time of the process', () => {
  const times = new Map([
    [10, { parent: 1, ms: 5 }],
    [11, { parent: 10, ms: 7 }],
    [12, { parent: 11, ms: 9 }],
    [20, { parent: 1, ms: 100 }],
    [1, { parent: 0, ms: 1_000 }],
  ]);
  const pids = new Map([
    ['postgres', 10],
    ['gone', 99],
  ]);
  expect(Object.fromEntries(cpuOf(pids, times))).toEqual({ postgres: 21, gone: 0 });
});
