import { CommitUnknown, failureKind, mustChange, openDatabase, TryAgain } from '@evenkeel/postgres';
import { commitCutter, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';

const database = await throwAwayDatabase({ migrationsDir: new URL('./migrations', import.meta.url) });
const { db } = database;

beforeEach(async () => {
  await db.query({ text: 'truncate shelves' });
  await db.query({ text: `insert into shelves values ('a', 1, 0), ('b', 1, 0)` });
});

afterAll(() => database.drop());

const count = (name: string, to: number) => ({
  text: 'update shelves set count = $2 where name = $1',
  values: [name, to],
});
const shelves = () =>
  db.query<{ name: string; count: number }>({ text: 'select name, count from shelves order by name' });
const untouched = [
  { name: 'a', count: 0 },
  { name: 'b', count: 0 },
];
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => null).catch((error: unknown) => error);

test('queued writes are done in their order, with the commit', async () => {
  const seen = await db.transaction(async (tx) => {
    tx.write(count('a', 1));
    tx.write({ text: `update shelves set count = count * 10 where name = 'a'` });
    return tx.query<{ count: number }>({ text: `select count from shelves where name = 'a'` });
  });
  expect(seen).toEqual([{ count: 0 }]);
  expect(await shelves()).toEqual([
    { name: 'a', count: 10 },
    { name: 'b', count: 0 },
  ]);
});

test('when one write fails nothing is done, and the error is that of the write', async () => {
  const error = await failureOf(
    db.transaction(async (tx) => {
      tx.write(count('a', 1));
      tx.write(count('b', -1));
      tx.write(count('a', 2));
    }),
  );
  expect(error).toMatchObject({
    code: '23514',
    message: expect.stringContaining('shelves_count_check') as string,
  });
  expect(failureKind(error)).toBe('permanent');
  expect(await shelves()).toEqual(untouched);
});

test('work that throws does nothing', async () => {
  const error = await failureOf(
    db.transaction(async (tx) => {
      await tx.query(count('a', 1));
      throw new RangeError('not that');
    }),
  );
  expect(error).toBeInstanceOf(RangeError);
  expect(await shelves()).toEqual(untouched);
});

test('a row whose version moved takes the whole transaction back, though its COMMIT was on the way', async () => {
  const atVersion = (version: number) =>
    mustChange(
      {
        text: `update shelves set count = 9, version = version + 1 where name = 'b' and version = $1`,
        values: [version],
      },
      1,
    );
  const error = await failureOf(
    db.transaction(async (tx) => {
      tx.write(count('a', 9));
      tx.write(atVersion(7));
    }),
  );
  expect(error).toMatchObject({ code: '40001' });
  expect(failureKind(error)).toBe('transient');
  expect(await shelves()).toEqual(untouched);
  await db.transaction(async (tx) => tx.write(atVersion(1)));
  expect(await shelves()).toEqual([
    { name: 'a', count: 0 },
    { name: 'b', count: 9 },
  ]);
});

test('a connection whose transaction failed is whole again for the next one', async () => {
  const single = openDatabase({ url: database.url, max: 1 });
  for (let at = 0; at < 20; at += 1) {
    await failureOf(single.transaction(async (tx) => tx.write(count('a', -1))));
    await single.transaction(async (tx) => tx.write(count('a', at)));
  }
  expect((await shelves())[0]).toEqual({ name: 'a', count: 19 });
  await single.close();
});

test.each([
  ['before', 0],
  ['after', 5],
] as const)('a connection lost %s the server committed leaves the outcome unknown', async (cut, left) => {
  const cutter = await commitCutter(database.url);
  const far = openDatabase({ url: cutter.url, max: 1, onIdleError: () => undefined });
  cutter.arm(cut);
  const error = await failureOf(far.transaction(async (tx) => tx.write(count('a', 5))));
  expect(error).toBeInstanceOf(CommitUnknown);
  expect(failureKind(error)).toBe('commit-unknown');
  expect(cutter.cuts()).toBe(1);
  expect((await shelves())[0]).toEqual({ name: 'a', count: left });
  await far.transaction(async (tx) => tx.write(count('b', 6)));
  expect((await shelves())[1]).toEqual({ name: 'b', count: 6 });
  await far.close();
  await cutter.stop();
});

test('a connection lost before COMMIT was sent is known to have done nothing', async () => {
  const error = await failureOf(
    db.transaction(async (tx) => {
      await tx.query(count('a', 5));
      await tx.query({ text: 'select pg_terminate_backend(pg_backend_pid())' });
    }),
  );
  expect(failureKind(error)).toBe('transient');
  expect(await shelves()).toEqual(untouched);
});

test('of two transactions that lock each other out one is told to try again', async () => {
  let first = () => undefined as unknown;
  const bothHold = new Promise<void>((resolve) => {
    first = () => resolve();
  });
  let holding = 0;
  const cross = (from: string, to: string) =>
    db.transaction(async (tx) => {
      await tx.query(count(from, 1));
      holding += 1;
      if (holding === 2) first();
      await bothHold;
      await tx.query(count(to, 2));
    });
  const errors = await Promise.all([failureOf(cross('a', 'b')), failureOf(cross('b', 'a'))]);
  const [deadlock, ...others] = errors.filter((error) => error !== null);
  expect(others).toEqual([]);
  expect(deadlock).toMatchObject({ code: '40P01' });
  expect(failureKind(deadlock)).toBe('transient');
});

test('what is over when tried again is told apart from what would fail again', async () => {
  const nowhere = openDatabase({ url: 'postgres://postgres@127.0.0.1:1/nowhere' });
  const claim = { text: `insert into inbox (id) values ('018f0000-0000-7000-8000-000000000001')` };
  await db.query(claim);
  const kinds = {
    'a server that is not there': () => nowhere.query({ text: 'select 1' }),
    'an event that another process claimed': () => db.query(claim),
    'a lock that is not to be had': () => db.query({ text: `do $$ begin raise lock_not_available; end $$` }),
    'a statement that is wrong': () => db.query({ text: 'select from where' }),
    'a key that is taken': () => db.query({ text: `insert into shelves values ('a', 1, 0)` }),
    'an error of our own': () => Promise.reject(new Error('of our own')),
    'an error of our own that passes': () => Promise.reject(new TryAgain('not now')),
  };
  const told: [string, string][] = [];
  for (const [what, work] of Object.entries(kinds)) told.push([what, failureKind(await failureOf(work()))]);
  expect(Object.fromEntries(told)).toEqual({
    'a server that is not there': 'transient',
    'an event that another process claimed': 'transient',
    'a lock that is not to be had': 'transient',
    'a statement that is wrong': 'permanent',
    'a key that is taken': 'permanent',
    'an error of our own': 'permanent',
    'an error of our own that passes': 'transient',
  });
  await nowhere.close();
});
