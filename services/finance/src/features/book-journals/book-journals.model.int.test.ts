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
import { afterAll, expect, test } from 'vitest';
import { selectTrialBalance } from '../../store/ledger-store.js';
import { CURRENCIES, type LedgerMessage, PRICE } from '../../testing/ledger-model.js';
import { ledgerWorld } from '../../testing/ledger-world.js';
import { bookJournalsHandler } from './book-journals.handler.js';

const RUNS = 150;
const database = await throwAwayDatabase({ migrationsDir: new URL('../../../migrations', import.meta.url) });
const players = await startPlayers(database, {
  service: 'finance',
  handler: () => bookJournalsHandler,
  times: 3,
});
afterAll(async () => {
  await stopPlayers(players);
  await database.drop();
});

const order = fc.constantFrom(...Object.keys(CURRENCIES));
const points = fc.constantFrom(0, 1, 30);
const say = <Word extends LedgerMessage['say']>(...words: Word[]) => fc.constantFrom(...words);
const message: fc.Arbitrary<LedgerMessage> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ say: say('captured', 'mismatched'), order }) },
  { weight: 2, arbitrary: fc.record({ say: say('bank-refunded'), order, ofMismatch: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      say: say('paid'),
      order,
      captured: fc.constantFrom(PRICE.total, PRICE.total, PRICE.total + 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      say: say('refunded'),
      order,
      wasPaid: fc.boolean(),
      shortfall: fc.constantFrom(0, 10),
    }),
  },
  { weight: 2, arbitrary: fc.record({ say: say('earned', 'reversed'), order, points }) },
  { weight: 1, arbitrary: fc.record({ say: say('granted'), points: fc.constantFrom(1, 30) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      say: say('tamper'),
      sql: fc.constantFrom(
        'update entries set amount = amount + 1',
        'delete from journals',
        'truncate entries',
        "update journals set kind = 'sale'",
      ),
    }),
  },
);

test('whatever is said, in whatever order, batches and processes, the books are as if it was said one by one', {
  timeout: timeFor(RUNS),
}, async () => {
  const propertyOf = (two: Players) =>
    fc.asyncProperty(stories(message), (story) => play(story, ledgerWorld(database.db, two)));
  await holdInEveryRun(players, propertyOf, { runs: RUNS, file: import.meta.filename });
  const sums = new Map<string, number>();
  for (const row of await database.db.query<{ currency: string; balance: number }>(selectTrialBalance))
    sums.set(row.currency, (sums.get(row.currency) ?? 0) + Number(row.balance));
  expect([...sums.values()]).toEqual([...sums.keys()].map(() => 0));
});
