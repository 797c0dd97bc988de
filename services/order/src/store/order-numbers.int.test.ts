import { manualClock, type OrderId } from '@evenkeel/kernel';
import { TryAgain } from '@evenkeel/postgres';
import { eventually, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type OrderNumbers, orderNumbers } from './order-numbers.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../migrations', import.meta.url) });
const clock = manualClock();
const open = new Set<OrderNumbers>();

async function start(): Promise<OrderNumbers> {
  const numbers = await orderNumbers(database.db, database.url, clock);
  open.add(numbers);
  return numbers;
}

afterEach(async () => {
  for (const numbers of open) await numbers.release();
  open.clear();
});

afterAll(() => database.drop());

const some = (numbers: OrderNumbers): OrderId[] => Array.from({ length: 100 }, () => numbers.next());
const latest = (ids: readonly OrderId[]): bigint => ids.map(BigInt).reduce((a, b) => (a > b ? a : b));
const killHolders = () =>
  database.db.query({
    text: `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
and database = (select oid from pg_database where datname = current_database())`,
  });

test('two processes at the same moment never give out the same number', async () => {
  const [a, b] = await Promise.all([start(), start()]);
  expect(new Set([...some(a), ...some(b)]).size).toBe(200);
});

test('the next holder of a worker number starts after all of the last, also with a clock an hour behind', async () => {
  const first = await start();
  const before = some(first);
  await first.release();
  clock.advance(-3_600_000);
  const second = await start();
  for (const id of some(second)) expect(BigInt(id)).toBeGreaterThan(latest(before));
  clock.advance(3_600_000);
});

test('no number is given out for a time that is not reserved', async () => {
  const numbers = await start();
  const before = some(numbers);
  clock.advance(3_600_000);
  expect(() => numbers.next()).toThrow(TryAgain);
  await numbers.keep();
  for (const id of some(numbers)) expect(BigInt(id)).toBeGreaterThan(latest(before));
});

test('a lost connection is a lost worker number: none is given out until another is leased', async () => {
  const numbers = await start();
  const before = some(numbers);
  await killHolders();
  await eventually(() => expect(() => numbers.next()).toThrow(TryAgain));
  const rival = await start();
  await numbers.keep();
  const after = [...some(numbers), ...some(rival)];
  expect(new Set([...before, ...after]).size).toBe(300);
});
