import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { faultCounts } from '../support/fault-counts.js';
import { newShopper, operator, placed, shop } from '../support/scenario.js';
import { orderOf } from '../support/shopper.js';

const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];
const isSettled = (order: { settled: boolean }) => order.settled;

/** Runs a purchase in which a fault of the bank must fire, and says what became of it. */
async function withFault(fault: string, token: string, withinMs = 20_000) {
  const { bank } = shop();
  const before = (await faultCounts(bank))[fault] ?? 0;
  const { shopper, number, total } = await placed(LINES);
  const answer = await shopper.pay(number, token);
  const order = await shopper.until(number, isSettled, withinMs);
  expect((await faultCounts(bank))[fault] ?? 0, `${fault} fired`).toBeGreaterThan(before);
  expect(order.paid.minor).toBe(total);
  const ops = await operator();
  const journals = await ops.journals(number);
  for (const { entries } of journals) expect(entries.reduce((sum, e) => sum + e.amount, 0)).toBe(0);
  expect(journals.map((j) => j.kind).sort()).toEqual(['capture', 'sale']);
  return { answer, order };
}

test('a payment that the bank charged and never answered is found by asking, and charged once', async () => {
  await withFault('no-answer', 'tok_charged_no_answer');
});

test('a lost callback is made good by asking the bank', async () => {
  await withFault('callback-lost', 'tok_callback_lost');
});

test('a callback that comes twice is one payment', async () => {
  await withFault('callback-twice', 'tok_callback_twice');
});

test('a callback that comes before the answer is one payment', async () => {
  await withFault('callback-first', 'tok_callback_first');
});

test('a bank that fails three times is asked until it does not', async () => {
  await withFault('bank-down', 'tok_bank_down', 30_000);
});

test('a declined card leaves the order payable, and another card pays it', async () => {
  const { shopper, number } = await placed(LINES);
  expect((await shopper.pay(number, 'tok_declined')).__typename).toBe('PaymentDeclined');
  expect((await shopper.order(number))?.state).toBe('AWAITING_PAYMENT');
  await shopper.pay(number, 'tok_ok');
  expect((await shopper.until(number, isSettled)).state).toBe('PAID');
});

test('another amount than asked for never pays the order: it goes back, and the order can be paid again', async () => {
  const { shopper, number } = await placed(LINES);
  await shopper.pay(number, 'tok_wrong_amount');
  await shopper.until(number, (order) => order.payment?.state === 'AMOUNT_MISMATCH');
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, isSettled);
  const kinds = (await (await operator()).journals(number)).map((journal) => journal.kind).sort();
  expect(kinds).toEqual(['capture', 'sale', 'suspense', 'suspense-refund']);
});

test('who cancels before paying gets everything back', async () => {
  const ops = await operator();
  const before = await ops.stock(LINES[0]?.sku ?? '');
  const { shopper, number } = await placed(LINES);
  expect((await shopper.cancel(number)).__typename).toBe('OrderCancelled');
  await expect.poll(async () => (await ops.stock(LINES[0]?.sku ?? '')).available).toBe(before.available);
});

test('money that comes after the cancel goes back by itself', async () => {
  const { shopper, number } = await placed(LINES);
  await shopper.pay(number, 'tok_slow');
  await shopper.cancel(number);
  const order = await shopper.until(
    number,
    ({ state }) => state === 'REFUNDED' || state === 'CANCELLED',
    20_000,
  );
  // The bank either closed the attempt before it took anything, or gave back what it took.
  if (order.state === 'REFUNDED') expect(order.refunded).toEqual(order.total);
  await shopper.until(number, (o) => o.payment?.state !== 'STARTED', 20_000);
});

test('money that comes after the order expired buys the things if they are still there', async () => {
  const { shopper, number } = await placed(LINES);
  const { payBy } = (await shopper.order(number)) ?? {};
  const lastMoment = Date.parse(payBy ?? '') - 4_000;
  await expect.poll(() => Date.now(), { timeout: 20_000 }).toBeGreaterThan(lastMoment);
  await shopper.pay(number, 'tok_slow');
  const order = await shopper.until(number, isSettled, 30_000);
  expect(order.timeline.map((moment) => moment.kind)).toContain('EXPIRED');
  expect(order.state).toBe('PAID');
});

test('an abandoned order expires and gives everything back', async () => {
  const { shopper, number } = await placed(LINES);
  const order = await shopper.until(number, ({ state }) => state === 'EXPIRED', 25_000);
  expect(order.paid.minor).toBe(0);
});

test('a refund of a paid order reverses money, stock and points', async () => {
  const ops = await operator();
  const shopper = await newShopper('customer');
  const before = await ops.stock(LINES[0]?.sku ?? '');
  const { number } = await placed(LINES, shopper);
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, isSettled);
  const earned = await shopper.wallet();
  expect((await shopper.refund(number)).__typename).toBe('RefundStarted');
  const order = await shopper.until(number, ({ state }) => state === 'REFUNDED');
  expect(order.refunded).toEqual(order.total);
  await expect.poll(async () => (await ops.stock(LINES[0]?.sku ?? '')).onHand).toBe(before.onHand);
  await expect.poll(async () => (await shopper.wallet())?.available).toBeLessThan(earned?.available ?? 0);
  const kinds = (await ops.journals(number)).map((journal) => journal.kind).sort();
  expect(kinds).toEqual(['capture', 'points-earned', 'points-reversal', 'refund', 'sale', 'sale-reversal']);
});

test('a second card while the first is in doubt does not charge again', async () => {
  const { shopper, number, total } = await placed(LINES);
  await shopper.pay(number, 'tok_slow');
  expect((await shopper.pay(number, 'tok_ok')).__typename).toBe('PaymentStarted');
  const order = await shopper.until(number, isSettled, 20_000);
  expect(order.paid.minor).toBe(total);
});

test('a price that is not the shopper’s is refused with the right one', async () => {
  const shopper = await newShopper();
  const outcome = await shopper.place(LINES, { total: { minor: 1, currency: 'USD' } });
  expect(outcome.__typename).toBe('PriceChanged');
  const again = await shopper.place(LINES, { ...(outcome.total ? { total: outcome.total } : {}) });
  expect(again.__typename).toBe('OrderPlaced');
});

test('points and coupon are held, spent and earned', async () => {
  const shopper = await newShopper('customer');
  await expect.poll(async () => (await shopper.wallet())?.available, { timeout: 10_000 }).toBe(500);
  const full = await shopper.priceOf(LINES);
  const wrong = await shopper.place(LINES, { points: 300, coupon: 'STILLWATER', total: full });
  const { number } = orderOf(
    await shopper.place(LINES, {
      points: 300,
      coupon: 'STILLWATER',
      ...(wrong.total ? { total: wrong.total } : {}),
    }),
  );
  await expect.poll(() => shopper.wallet()).toMatchObject({ available: 200, frozen: 300 });
  await shopper.pay(number, 'tok_ok');
  const order = await shopper.until(number, isSettled);
  await expect.poll(() => shopper.wallet()).toMatchObject({ available: 200 + order.pointsEarned, frozen: 0 });
});

test('a key is worth one order: the same body replays, another is refused', async () => {
  const shopper = await newShopper();
  const total = await shopper.priceOf(LINES);
  const key = randomUUID();
  const first = await shopper.placeRaw(LINES, { key, total });
  const second = await shopper.placeRaw(LINES, { key, total });
  expect(second.replayed).toBe(true);
  expect(second.data).toEqual(first.data);
  const other = await shopper.placeRaw(LINES, { key, total, email: 'someone@else.example' });
  expect(other.status).toBe(422);
});

test('fifty at once with one key are one order', async () => {
  const shopper = await newShopper();
  const total = await shopper.priceOf(LINES);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => shopper.placeRaw(LINES, { key, total })),
  );
  const numbers = new Set(answers.flatMap((answer) => answer.data?.placeOrder?.order?.number ?? []));
  expect(numbers.size).toBe(1);
  // Who comes while it is being decided is told to wait, who comes after that gets the first answer again.
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  expect(answers.filter(({ status, replayed }) => status === 200 && !replayed)).toHaveLength(1);
  expect((await shopper.placeRaw(LINES, { key, total })).data.placeOrder.order?.number).toBe([...numbers][0]);
});
