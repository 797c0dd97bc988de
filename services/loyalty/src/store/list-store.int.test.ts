import { type CustomerId, newId } from '@evenkeel/kernel';
import { throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { type EntryRow, selectAccountsAfter, selectEntriesAfter } from './list-store.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../migrations', import.meta.url) });
const { db } = database;
afterAll(() => database.drop());

/** Keeps a wallet with these entries. */
async function keep(points: readonly number[]): Promise<CustomerId> {
  const customerId = newId<CustomerId>();
  await db.query({
    text: 'insert into accounts (customer_id, available, frozen, version) values ($1, 0, 0, 1)',
    values: [customerId],
  });
  await db.query({
    text: `insert into entries (id, customer_id, kind, points, balance)
select gen_random_uuid(), $1::uuid, 'granted', points, 0 from unnest($2::int[]) points`,
    values: [customerId, points],
  });
  return customerId;
}

test('a wallet is listed with the number and the sum of its own entries, which can be asked for alone', async () => {
  const [two, none] = [await keep([5, 7]), await keep([])];
  expect(await db.query(selectAccountsAfter(null, 10, two))).toMatchObject([
    { customerId: two, entriesCount: 2, entriesSum: 12 },
  ]);
  expect(await db.query(selectAccountsAfter(null, 10, none))).toMatchObject([
    { entriesCount: 0, entriesSum: 0 },
  ]);
  const all = await db.query<EntryRow>(selectEntriesAfter(null, 10, null));
  expect(await db.query(selectEntriesAfter(null, 10, two))).toEqual(all);
  expect(await db.query(selectEntriesAfter(all[0]?.id ?? null, 10, two))).toEqual(all.slice(1));
  expect(await db.query(selectEntriesAfter(null, 10, none))).toEqual([]);
});
