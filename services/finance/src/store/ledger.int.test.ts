import { type Currency, type EventId, type JournalId, newId } from '@evenkeel/kernel';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewJournal } from '../ledger.js';
import { insertEntries, insertJournals } from './ledger-store.js';

let database: ThrowAwayDatabase;
beforeAll(async () => {
  database = await throwAwayDatabase({ migrationsDir: new URL('../../migrations', import.meta.url) });
});
afterAll(() => database.drop());

const journal = (amounts: readonly number[]): NewJournal => ({
  journalId: newId<JournalId>(),
  kind: 'capture',
  sourceEventId: newId<EventId>(),
  orderId: null,
  currency: 'CNY' as Currency,
  entries: amounts.map((amount) => ({ account: 'bank-clearing', amount })),
});

const post = (posted: NewJournal) =>
  database.db.transaction(async (tx) => {
    tx.write(insertJournals([posted]));
    tx.write(insertEntries([posted]));
  });

const count = async (): Promise<number> =>
  (await database.db.query<{ n: number }>({ text: 'select count(*)::int as n from entries' }))[0]?.n ?? -1;

test('a journal that sums to zero is posted, and one that does not leaves nothing behind', async () => {
  await post(journal([500, -500]));
  await expect(post(journal([500, -499]))).rejects.toThrow('does not balance');
  expect(await count()).toBe(2);
});

test('entries without a journal are refused', async () => {
  await expect(database.db.query(insertEntries([journal([500, -500])]))).rejects.toThrow(
    'there is no journal',
  );
});

test.each([
  'update entries set amount = 1',
  'delete from entries',
  'truncate entries',
  "update journals set kind = 'sale'",
  'delete from journals',
])('%s is refused: the ledger is append-only', async (text) => {
  await post(journal([700, -700]));
  await expect(database.db.query({ text })).rejects.toThrow('append-only');
});

test('one event has one journal of a kind', async () => {
  const first = journal([300, -300]);
  await post(first);
  await expect(post({ ...first, journalId: newId<JournalId>() })).rejects.toThrow(
    'journals_source_event_id_kind_key',
  );
});
