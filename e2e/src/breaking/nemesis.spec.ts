import { expect, test } from 'vitest';
import { runNemesis } from '../../nemesis/nemesis.js';

/** One in which every kind of blow comes by early. */
const SEED = 370;

test(`everything at once, seed ${SEED}, and everything that anybody was told is so`, async () => {
  const run = await runNemesis({
    seed: SEED,
    minutes: 0.75,
    shoppers: 6,
    report: (line) => console.log(line),
  });
  expect(run.violations).toEqual([]);
  expect(run.neverFired).toEqual([]);
}, 600_000);
