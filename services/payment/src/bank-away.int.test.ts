import { eventually } from '@evenkeel/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Opened, type PaymentAndBank, paymentAndBank } from './testing/payment-and-bank.js';

let both: PaymentAndBank;
beforeAll(async () => {
  both = await paymentAndBank();
});
afterEach(() => both.bank.reset());
afterAll(() => both.close());

/** Moves the clock to the time at which the bank is asked again; resolves to the seconds that passed so. */
async function untilAsked({ attemptId }: Opened): Promise<number> {
  const text = `update attempts a set next_query_at = now(), opened_at = a.opened_at - wait.left, in_doubt_at = a.in_doubt_at - wait.left
from (select id, greatest(next_query_at - now(), '0') as left from attempts) wait
where a.id = wait.id and a.id = $1 returning extract(epoch from wait.left)::float as seconds`;
  const rows = await both.database.db.query<{ seconds: number }>({ text, values: [attemptId] });
  return rows[0]?.seconds ?? 0;
}

/** Lets ten minutes pass in which the bank is asked as often as it would be; resolves to how often it was. */
async function tenMinutesPass(opened: Opened): Promise<number> {
  let asks = 0;
  for (let seconds = 0; seconds < 600; asks += 1) {
    const { queries = 0 } = (await both.rowOf(opened)) ?? {};
    seconds += await untilAsked(opened);
    await eventually(async () => expect((await both.rowOf(opened))?.queries).toBeGreaterThan(queries));
  }
  return asks;
}

test('a bank that dies in the middle is asked until it is back', async () => {
  await both.bank.kill();
  const opened = await both.payment.open('tok_ok');
  await both.ends(opened, 'in-doubt');
  await both.bank.start();
  await both.ends(opened, 'in-doubt', 'captured');
});

test('a bank that is away for ten minutes is asked ever more seldom, and then charges once', async () => {
  await both.bank.kill();
  const opened = await both.payment.open('tok_ok');
  await both.ends(opened, 'in-doubt');
  const asks = await tenMinutesPass(opened);
  // Twice as long each time, and a minute at most.
  expect(asks).toBeGreaterThan(10);
  expect(asks).toBeLessThan(20);
  expect(await both.rowOf(opened)).toMatchObject({ state: 'unknown', token: 'tok_ok' });
  await both.bank.start();
  await untilAsked(opened);
  await both.ends(opened, 'in-doubt', 'captured');
  expect(await both.chargesOf(opened)).toBe(1);
});

test('a service that is stopped while the bank is silent goes on where it was when it starts again', async () => {
  await both.bank.faults([{ fault: 'no-answer', on: 'any', times: 2 }]);
  const opened = await both.payment.open('tok_ok');
  await eventually(async () => expect(await both.bank.knows(opened.attemptId)).toBe(true));
  await both.stop();
  expect(await both.rowOf(opened)).toMatchObject({ state: 'initiated', token: 'tok_ok' });
  await both.start();
  await both.database.db.query({
    text: 'update attempts set next_query_at = now() where id = $1',
    values: [opened.attemptId],
  });
  await eventually(async () => expect((await both.said(opened)).at(-1)).toBe('captured'), {
    withinMs: 20_000,
  });
  // It could not know that the charge had arrived: sent again under the same key, it is the same charge.
  expect((await both.bank.look()).seen.repeatedCharges).toBe(1);
  expect(await both.chargesOf(opened)).toBe(1);
});
