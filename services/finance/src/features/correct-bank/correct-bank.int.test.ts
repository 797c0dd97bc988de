import { paymentCaptured, type Repaired } from '@evenkeel/contracts';
import { type AttemptId, type CommandId, newId } from '@evenkeel/kernel';
import { actionContextOf, newOrderId, serviceInstance, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { bookJournalsHandler } from '../book-journals/book-journals.handler.js';
import { correctBankAction, correctBankHandler } from './correct-bank.handler.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../../migrations', import.meta.url) });
const { db } = database;
const instance = await serviceInstance(database, {
  service: 'finance',
  handlers: [bookJournalsHandler, correctBankHandler],
});
afterAll(async () => {
  await instance.stop();
  await database.drop();
});
const { run } = correctBankAction({ db, messaging: instance.messaging });
const usd = (minor: number) => ({ minor, currency: 'USD' }) as const;

/** An order for which the books say that the bank took fifty dollars. */
async function captured() {
  const orderId = newOrderId();
  await instance.deliver(paymentCaptured, {
    orderId,
    attemptId: newId<AttemptId>(),
    amount: usd(5_000),
    fee: usd(35),
    bankReference: 'b',
    capturedAt: new Date().toISOString(),
  });
  return {
    correct: async (minor: number, dryRun = false, commandId = newId<CommandId>()) =>
      (await run({ orderId, atBank: usd(minor), dryRun }, actionContextOf(null, commandId))) as Repaired,
    balances: async () =>
      Object.fromEntries(
        (
          await db.query<{ account: string; balance: number }>({
            text: `select account, sum(amount)::int as balance from entries where journal_id in (
  select id from journals where order_id = $1) group by account having sum(amount) <> 0`,
            values: [orderId],
          })
        ).map(({ account, balance }) => [account, balance]),
      ),
  };
}

const asCaptured = { 'bank-clearing': 4_965, 'bank-fees': 35, 'customer-deposits': -5_000 };

test('a dry run says from where to where, and books nothing', async () => {
  const { correct, balances } = await captured();
  expect(await correct(4_000, true)).toEqual({
    needed: true,
    from: '5000 USD at the bank',
    to: '4000 USD at the bank',
  });
  expect(await balances()).toEqual(asCaptured);
});

test('the books say what the bank says, once, and the difference waits in suspense', async () => {
  const { correct, balances } = await captured();
  const commandId = newId<CommandId>();
  await Promise.all([correct(4_000, false, commandId), correct(4_000, false, commandId)]);
  const corrected = { ...asCaptured, 'bank-clearing': 3_965, suspense: 1_000 };
  expect(await balances()).toEqual(corrected);
  expect(await correct(4_000)).toMatchObject({ needed: false });
  expect(await balances()).toEqual(corrected);
});

test('two corrections of one order at once see each other', async () => {
  const { correct, balances } = await captured();
  await Promise.all([correct(0), correct(0)]);
  expect(await balances()).toEqual({ ...asCaptured, 'bank-clearing': -35, suspense: 5_000 });
});
