import { takeLock } from '@evenkeel/postgres';
import { eventually, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';

const migrationsDir = new URL('./migrations', import.meta.url);
const { db, url, drop } = await throwAwayDatabase({ migrationsDir, plain: true });
const SPACE = 42;

afterAll(drop);

test('each key is held by one alone, and given out again when it is released', async () => {
  const first = await takeLock(url, SPACE, [1, 2]);
  const second = await takeLock(url, SPACE, [1, 2]);
  expect([first?.key, second?.key]).toEqual([1, 2]);
  expect(await takeLock(url, SPACE, [1, 2])).toBeNull();
  await first?.release();
  expect(first?.held()).toBe(false);
  const third = await takeLock(url, SPACE, [1, 2]);
  expect(third?.key).toBe(1);
  await Promise.all([second?.release(), third?.release()]);
});

test('whoever loses the connection knows that the lock is gone', async () => {
  const lock = await takeLock(url, SPACE, [1]);
  expect(lock?.held()).toBe(true);
  await db.query({
    text: `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 42`,
  });
  await eventually(() => expect(lock?.held()).toBe(false));
  const next = await takeLock(url, SPACE, [1]);
  expect(next?.held()).toBe(true);
  await next?.release();
});

test('a lock that cannot be asked for leaves no connection behind', async () => {
  await expect(takeLock(url, SPACE, [Number.MAX_SAFE_INTEGER])).rejects.toThrow('out of range');
  await eventually(async () => {
    const text =
      'select count(*)::int as held from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like $1';
    expect(await db.query({ text, values: ['%pg_try_advisory_lock%'] })).toEqual([{ held: 0 }]);
  });
});
