import { listDoubts, listPayments, listRefunds } from '@evenkeel/contracts';
import { type AttemptId, type CorrelationId, newId, type RefundId } from '@evenkeel/kernel';
import { eventually, newOrderId } from '@evenkeel/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { KEYS } from './testing/bank-process.js';
import { type Opened, type PaymentAndBank, paymentAndBank } from './testing/payment-and-bank.js';
import { AMOUNT } from './testing/payment-in-test.js';

let both: PaymentAndBank;
beforeAll(async () => {
  both = await paymentAndBank();
});
afterEach(() => both.bank.reset());
afterAll(() => both.close());

test.each<[string, string[], string | null]>([
  ['tok_ok', ['captured'], null],
  ['tok_declined', ['declined'], 'declined'],
  ['tok_slow', ['captured'], 'slow'],
  ['tok_callback_lost', ['captured'], 'callback-lost'],
  ['tok_callback_twice', ['captured'], 'callback-twice'],
  ['tok_callback_first', ['captured'], 'callback-first'],
  ['tok_callbacks_reordered', ['captured'], 'callbacks-reordered'],
  ['tok_charged_no_answer', ['in-doubt', 'captured'], 'no-answer'],
  ['tok_bank_down', ['in-doubt', 'captured'], 'bank-down'],
  ['tok_wrong_amount', ['amount-mismatched', 'refunded'], 'wrong-amount'],
  ['tok_wrong_currency', ['amount-mismatched', 'refunded'], 'wrong-currency'],
])('%s ends as it should, its fault fired, and nothing is charged twice', async (token, said, fault) => {
  const opened = await both.payment.open(token);
  await both.ends(opened, ...said);
  expect(await both.chargesOf(opened)).toBe(token === 'tok_declined' ? 0 : 1);
  // One that fires at the answer is counted when payment may already have what it needs.
  if (fault) await eventually(async () => expect((await both.bank.look()).counts[fault]).toBeGreaterThan(0));
  expect(await both.rowOf(opened)).toMatchObject({
    token: null,
    version: said.filter((s) => s !== 'refunded').length,
  });
  const events = await both.payment.said(opened);
  const ofAttempt = events.filter(({ aggregateId }) => aggregateId === opened.attemptId);
  expect(ofAttempt.map(({ aggregateVersion }) => aggregateVersion)).toEqual(
    ofAttempt.map((_, index) => index + 1),
  );
  expect(JSON.stringify([events, both.payment.house.lines])).not.toContain(token);
});

test('the whole of a wrong amount goes back, said to be of a mismatch', async () => {
  const opened = await both.payment.open('tok_wrong_amount');
  await both.ends(opened, 'amount-mismatched', 'refunded');
  const [mismatch, refunded] = await both.payment.said(opened);
  expect(mismatch?.data).toMatchObject({ expected: AMOUNT, taken: { minor: 13_000, currency: 'CNY' } });
  expect(refunded?.data).toMatchObject({ ofMismatch: true, amount: { minor: 13_000, currency: 'CNY' } });
  // The order can be paid again.
  await both.ends(await both.payment.open('tok_ok', opened.orderId), 'captured');
});

test('a callback three times is one capture, and the others are known', async () => {
  const opened = await both.payment.open('tok_callback_twice');
  await eventually(() => expect(both.door.about(opened.attemptId)).toHaveLength(2));
  const [first, second] = both.door.about(opened.attemptId);
  if (!first || !second) throw new Error('No callback came');
  const third = await both.payment.take(second);
  expect([first, second, third].map(({ outcome }) => outcome)).toEqual(['accepted', 'known', 'known']);
  await both.ends(opened, 'captured');
});

test('forged, changed, stale and foreign callbacks are refused and change nothing', async () => {
  const opened = await both.payment.open('tok_slow');
  const body = JSON.stringify({
    type: 'charge.declined',
    data: { reference: opened.attemptId, bankReference: 'x', state: 'declined', reason: 'forged' },
  });
  const signed = (secret: string, at = new Date(), text = body) => ({
    'webhook-id': `msg_${newId<never>()}`,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': '',
    secret,
    text,
  });
  const send = (given: ReturnType<typeof signed>, sent = given.text) => {
    const at = new Date(Number(given['webhook-timestamp']) * 1_000);
    const { secret, text, ...headers } = given;
    const signature = new Webhook(secret).sign(headers['webhook-id'], at, text);
    return both.payment.take({ headers: { ...headers, 'webhook-signature': signature }, body: sent });
  };
  const ours = KEYS.BANK_SIGNING_WEBHOOK_SECRET;
  const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
  const stranger = body.replace(opened.attemptId, newId<AttemptId>());
  const answers = await Promise.all([
    send(signed(other)),
    send(signed(ours), body.replace('declined', 'captured')),
    send(signed(ours, new Date(Date.now() - 301_000))),
    send(signed(ours, new Date(), 'no json'), 'no json'),
    send(signed(ours, new Date(), stranger)),
    both.payment.take({ headers: {}, body }),
  ]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(Array(6).fill('refused'));
  await both.ends(opened, 'captured');
});

test('a replayed callback is known for as long as its signature is good', async () => {
  const opened = await both.payment.open('tok_ok');
  await both.ends(opened, 'captured');
  const [first] = await eventually(() => {
    expect(both.door.about(opened.attemptId)).toHaveLength(1);
    return both.door.about(opened.attemptId);
  });
  if (!first) throw new Error('No callback came');
  expect(await both.payment.take(first)).toEqual({ outcome: 'known', why: null });
  expect(await both.said(opened)).toEqual(['captured']);
});

test('an answer that the bank did not sign is no answer, and the bank is asked', async () => {
  await both.bank.faults([
    { fault: 'unsigned-answer', on: 'charge' },
    { fault: 'unsigned-answer', on: 'query' },
  ]);
  both.door.takes = null;
  const opened = await both.payment.open('tok_ok');
  await both.ends(opened, 'in-doubt', 'captured');
  expect((await both.bank.look()).counts['unsigned-answer']).toBe(2);
  both.door.takes = async (callback) => (await both.payment.take(callback)).outcome;
});

test('one attempt an order: a second is declined and the bank never hears of it, until the first has failed', async () => {
  const first = await both.payment.open('tok_slow');
  const second = await both.payment.open('tok_ok', first.orderId);
  await both.ends(second, 'declined');
  await both.ends(first, 'captured');
  await both.ends(await both.payment.open('tok_ok', first.orderId), 'declined');
  expect(await both.bank.knows(second.attemptId)).toBe(false);
  const declined = await both.payment.open('tok_declined');
  await both.ends(declined, 'declined');
  await both.ends(await both.payment.open('tok_ok', declined.orderId), 'captured');
});

test("what follows from the bank's word goes on under the correlation and the run that asked for it", async () => {
  const cause = { id: null, correlationId: newId<CorrelationId>(), traceparent: null, runId: 'a-run' };
  const opened = await both.payment.open('tok_callback_first', undefined, undefined, cause);
  await both.ends(opened, 'captured');
  const [captured] = await both.payment.said(opened);
  expect(captured).toMatchObject({ correlationId: cause.correlationId, runId: 'a-run' });
});

test('the same command again, and the same attempt by another command, are one charge', async () => {
  const opened = await both.payment.open('tok_ok');
  await Promise.all([1, 2, 3].map(() => both.payment.open('tok_ok', opened.orderId, opened.attemptId)));
  await both.ends(opened, 'captured');
  expect((await both.bank.look()).seen.repeatedCharges).toBe(0);
});

test('the bank hears of nothing that is not committed', async () => {
  const opened = { orderId: newOrderId(), attemptId: newId<AttemptId>() };
  let opening: Promise<Opened> | undefined;
  await both.database.db.transaction(async (tx) => {
    await tx.query({ text: 'lock table attempts in share mode' });
    opening = both.payment.open('tok_ok', opened.orderId, opened.attemptId);
    await eventually(async () => {
      const text = `select from pg_locks where relation = 'attempts'::regclass and not granted`;
      expect((await both.database.db.query({ text })).length).toBeGreaterThan(0);
    });
    // A call that had been made would be there long before the bank has told of itself so often.
    for (let look = 0; look < 20; look += 1) await both.bank.look();
    expect(await both.bank.knows(opened.attemptId)).toBe(false);
  });
  await opening;
  await both.ends(opened, 'captured');
  expect(await both.bank.knows(opened.attemptId)).toBe(true);
});

test('what was committed and never asked, because the process was killed, is asked by the next one', async () => {
  const opened = { orderId: (await both.payment.open('tok_ok')).orderId, attemptId: newId<AttemptId>() };
  await both.database.db.query({
    text: `insert into attempts (id, order_id, state, amount, currency, token, next_query_at, correlation_id, version)
values ($1, $2::bigint + 1, 'initiated', 12900, 'CNY', 'tok_ok', now(), gen_random_uuid(), 0)`,
    values: [opened.attemptId, opened.orderId],
  });
  await both.ends(opened, 'captured');
});

test('a void before the charge arrives closes it for good; one that comes too late says what was taken', async () => {
  const never = { orderId: (await both.payment.open('tok_ok')).orderId, attemptId: newId<AttemptId>() };
  await both.payment.close(never);
  await both.ends(never, 'voided');
  await both.payment.open('tok_ok', never.orderId, never.attemptId);
  expect(await both.chargesOf(never)).toBe(0);

  const slow = await both.payment.open('tok_slow');
  await both.payment.close(slow);
  await both.ends(slow, 'captured');

  await both.bank.faults([{ fault: 'bank-down', on: 'charge' }]);
  const lost = await both.payment.open('tok_ok');
  await both.ends(lost, 'in-doubt');
  await both.payment.close(lost);
  await both.ends(lost, 'in-doubt', 'voided');
  await both.payment.close(lost);
  await both.ends(lost, 'in-doubt', 'voided');
});

test('a refund is repeated until the bank has done it, and done and said once', async () => {
  const opened = await both.payment.open('tok_ok');
  await both.ends(opened, 'captured');
  await both.bank.faults([
    { fault: 'bank-down', on: 'refund' },
    { fault: 'no-answer', on: 'refund' },
  ]);
  const { seen: before } = await both.bank.look();
  const refundId = newId<RefundId>();
  await both.payment.refund(opened, refundId);
  await both.payment.refund(opened, refundId);
  await both.ends(opened, 'captured', 'refunded');
  await both.payment.refund(opened, refundId);
  await both.ends(opened, 'captured', 'refunded');
  const { seen: after } = await both.bank.look();
  expect(after.refunds).toBe((before.refunds ?? 0) + 1);
  expect(after.repeatedRefunds).toBeGreaterThan(before.repeatedRefunds ?? 0);
  const { items } = await both.payment.run(listRefunds, { orderId: opened.orderId });
  expect(items).toMatchObject([{ refundId, state: 'done', amount: AMOUNT }]);
});

test('more than was taken cannot be given back, whoever asks', async () => {
  const opened = await both.payment.open('tok_ok');
  await both.ends(opened, 'captured');
  const tooMuch = { ...AMOUNT, minor: AMOUNT.minor + 1 };
  await expect(both.payment.refund(opened, newId<RefundId>(), tooMuch)).rejects.toThrow(/left/);
  const raise = both.database.db.query({
    text: 'update attempts set refunded = 12901 where id = $1',
    values: [opened.attemptId],
  });
  await expect(raise).rejects.toThrow(/check/);
});

test('since when the bank did not answer is kept, as it was said', async () => {
  const opened = await both.payment.open('tok_charged_no_answer');
  await both.ends(opened, 'in-doubt', 'captured');
  const answered = await both.payment.open('tok_ok');
  await both.ends(answered, 'captured');
  const [since] = (await both.payment.said(opened)).map(({ data }) => (data as { since: string }).since);
  const { items } = await both.payment.run(listDoubts, { first: 100 });
  expect(items).toContainEqual({ ...opened, since });
  expect(items.map(({ attemptId }) => attemptId)).not.toContain(answered.attemptId);
});

test('payments are listed by state, newest orders first, in pages that leave nothing out', async () => {
  const all = await both.payment.run(listPayments, { first: 100, state: 'captured' });
  const paged = [];
  let after: string | null = null;
  do {
    const page: { items: unknown[]; next: string | null } = await both.payment.run(listPayments, {
      first: 3,
      state: 'captured',
      after,
    });
    paged.push(...page.items);
    after = page.next;
  } while (after);
  expect(paged).toEqual(all.items);
  expect(all.items.length).toBeGreaterThan(5);
});
