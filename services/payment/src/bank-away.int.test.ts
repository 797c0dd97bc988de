import { eventually, type ThrowAwayDatabase, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BankProcess, bankProcess } from './testing/bank-process.js';
import { type PaymentInTest, paymentInTest } from './testing/payment-in-test.js';
import { ShopDoor } from './testing/shop-door.js';

type Opened = Awaited<ReturnType<PaymentInTest['open']>>;
let database: ThrowAwayDatabase;
let bank: BankProcess;
let payment: PaymentInTest;
const door = new ShopDoor();

beforeAll(async () => {
  [database, bank] = await Promise.all([
    throwAwayDatabase({ migrationsDir: new URL('../migrations', import.meta.url) }),
    bankProcess(await door.open()),
  ]);
  payment = await paymentInTest(database, bank.url, door);
});
afterEach(() => bank.reset());
afterAll(async () => {
  await payment.stop();
  await bank.drop();
  await door.close();
  await database.drop();
});

const said = async (opened: Opened) =>
  (await payment.said(opened)).map(({ type }) => type.replace('payment.payment-', ''));
/** Waits until exactly this was said of an attempt. */
const ends = (opened: Opened, ...wanted: string[]) =>
  eventually(async () => expect(await said(opened)).toEqual(wanted), { withinMs: 20_000 });
const chargesOf = async ({ attemptId }: Opened) => {
  const text = 'select reference from charges where reference = $1 and taken is not null';
  return (await bank.book.query({ text, values: [attemptId] })).length;
};
const rowOf = async ({ attemptId }: Opened) => {
  const text = 'select state, token, queries from attempts where id = $1';
  const rows = await database.db.query<{ state: string; token: string | null; queries: number }>({
    text,
    values: [attemptId],
  });
  return rows[0];
};

/** Moves the clock to the time at which the bank is asked again; resolves to the seconds that passed so. */
async function untilAsked({ attemptId }: Opened): Promise<number> {
  const text = `update attempts a set next_query_at = now(), opened_at = a.opened_at - wait.left, in_doubt_at = a.in_doubt_at - wait.left
from (select id, greatest(next_query_at - now(), '0') as left from attempts) wait
where a.id = wait.id and a.id = $1 returning extract(epoch from wait.left)::float as seconds`;
  const rows = await database.db.query<{ seconds: number }>({ text, values: [attemptId] });
  return rows[0]?.seconds ?? 0;
}

/** Lets ten minutes pass in which the bank is asked as often as it would be; resolves to how often it was. */
async function tenMinutesPass(opened: Opened): Promise<number> {
  let asks = 0;
  for (let seconds = 0; seconds < 600; asks += 1) {
    const { queries = 0 } = (await rowOf(opened)) ?? {};
    seconds += await untilAsked(opened);
    await eventually(async () => expect((await rowOf(opened))?.queries).toBeGreaterThan(queries));
  }
  return asks;
}

test('a bank that dies in the middle is asked until it is back', async () => {
  await bank.kill();
  const opened = await payment.open('tok_ok');
  await ends(opened, 'in-doubt');
  await bank.start();
  await ends(opened, 'in-doubt', 'captured');
});

test('a bank that is away for ten minutes is asked ever more seldom, and then charges once', async () => {
  await bank.kill();
  const opened = await payment.open('tok_ok');
  await ends(opened, 'in-doubt');
  const asks = await tenMinutesPass(opened);
  // Twice as long each time, and a minute at most.
  expect(asks).toBeGreaterThan(10);
  expect(asks).toBeLessThan(20);
  expect(await rowOf(opened)).toMatchObject({ state: 'unknown', token: 'tok_ok' });
  await bank.start();
  await untilAsked(opened);
  await ends(opened, 'in-doubt', 'captured');
  expect(await chargesOf(opened)).toBe(1);
});

test('a service that is stopped while the bank is silent goes on where it was when it starts again', async () => {
  await bank.faults([{ fault: 'no-answer', on: 'any', times: 2 }]);
  const opened = await payment.open('tok_ok');
  await eventually(async () => expect(await bank.knows(opened.attemptId)).toBe(true));
  await payment.stop();
  expect(await rowOf(opened)).toMatchObject({ state: 'initiated', token: 'tok_ok' });
  payment = await paymentInTest(database, bank.url, door);
  await database.db.query({
    text: 'update attempts set next_query_at = now() where id = $1',
    values: [opened.attemptId],
  });
  await eventually(async () => expect((await said(opened)).at(-1)).toBe('captured'), { withinMs: 20_000 });
  // It could not know that the charge had arrived: sent again under the same key, it is the same charge.
  expect((await bank.look()).seen.repeatedCharges).toBe(1);
  expect(await chargesOf(opened)).toBe(1);
});
