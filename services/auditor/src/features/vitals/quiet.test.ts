import { expect, test } from 'vitest';
import { Quiet } from './quiet.js';

test('a rest is told once, and anew after something has changed', () => {
  const quiet = new Quiet(100);
  expect([0, 50, 99].map((at) => quiet.feel('1', at))).toEqual([false, false, false]);
  expect([100, 150, 900].map((at) => quiet.feel('1', at))).toEqual([true, false, false]);
  expect([901, 1_000, 1_001].map((at) => quiet.feel('2', at))).toEqual([false, false, true]);
});

test('what nobody can tell is no rest', () => {
  const quiet = new Quiet(100);
  quiet.feel('1', 0);
  expect([90, 200, 400].map((at) => quiet.feel(null, at))).toEqual([false, false, false]);
  expect([500, 599, 600].map((at) => quiet.feel('1', at))).toEqual([false, false, true]);
});
