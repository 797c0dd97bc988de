import { wantedFault } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { BLOW_KINDS, kindOf, planBlows } from './plan.js';

const plan = (seed: number, minutes = 15) => planBlows({ seed, ms: minutes * 60_000, everyMs: 4_000 });

test('the same seed gives the same plan, another one another', () => {
  expect(plan(7)).toEqual(plan(7));
  expect(plan(7)).not.toEqual(plan(8));
});

test.each([1, 2, 3, 4, 5])('seed %i: every kind of blow comes by, also in the shortest run', (seed) => {
  expect(new Set(plan(seed, 1.5).map(kindOf))).toEqual(new Set(BLOW_KINDS));
});

test.each([1, 2, 3])('seed %i: every blow can be asked for', (seed) => {
  for (const { fault } of plan(seed)) expect(wantedFault.safeParse(fault).error?.issues ?? []).toEqual([]);
});
