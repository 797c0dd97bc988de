import { throwAwayDatabase } from '@evenkeel/testing';
import {
  holdInEveryRun,
  type Players,
  play,
  startPlayers,
  stopPlayers,
  stories,
  timeFor,
} from '@evenkeel/testing/model';
import fc from 'fast-check';
import { afterAll, test } from 'vitest';
import { type BenefitsMessage, WELCOME } from '../../testing/benefits-model.js';
import { benefitsWorld, CUSTOMERS, OWNERS } from '../../testing/benefits-world.js';
import { moveBenefitsHandler } from './move-benefits.handler.js';

const RUNS = 150;
const database = await throwAwayDatabase({ migrationsDir: new URL('../../../migrations', import.meta.url) });
const players = await startPlayers(database, {
  service: 'loyalty',
  handler: () => moveBenefitsHandler(WELCOME),
  times: 3,
});
afterAll(async () => {
  await stopPlayers(players);
  await database.drop();
});

/** Most is said of one order, so that what is said of it meets. */
const order = fc.constantFrom('one', 'one', 'one', ...Object.keys(OWNERS));
const round = fc.constantFrom(1, 1, 1, 2);
const say = <Word extends BenefitsMessage['say']>(...words: Word[]) => fc.constantFrom(...words);
const message: fc.Arbitrary<BenefitsMessage> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ say: say('registered'), customer: fc.constantFrom(...CUSTOMERS) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      say: say('hold'),
      order,
      round,
      points: fc.constantFrom(0, 0, 30, 60),
      coupon: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ say: say('release', 'paid'), order, round }) },
  { weight: 2, arbitrary: fc.record({ say: say('refunding'), order }) },
);

test('whatever is said, in whatever order, batches and processes, points and coupons are as if it was said one by one', {
  timeout: timeFor(RUNS),
}, async () => {
  const propertyOf = (two: Players) =>
    fc.asyncProperty(stories(message), async (story) => play(story, await benefitsWorld(database.db, two)));
  await holdInEveryRun(players, propertyOf, { runs: RUNS, file: import.meta.filename });
});
