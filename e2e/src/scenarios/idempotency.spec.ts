import { randomUUID } from 'node:crypto';
import { couponPublished } from '@evenkeel/contracts';
import { afterEach, expect, test } from 'vitest';
import { booksOf } from '../support/books.js';
import { eventually } from '../support/eventually.js';
import { faultCounts, setFaults } from '../support/fault-counts.js';
import {
  cancelOrder,
  manyAtOnce,
  outcomeOf,
  payOrder,
  placeOrder,
  requestRefund,
  send,
  sendUntilDecided,
} from '../support/keyed.js';
import { inDatabaseOf, inTheBanksBook } from '../support/owners.js';
import { sayAs } from '../support/say-as.js';
import { isSettled, newShopper, operator, placed, shop, welcomed } from '../support/scenario.js';
import type { Shopper } from '../support/shopper.js';

const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];
/** Where stock is counted it is of something that nobody else buys meanwhile. */
const TEAPOT = 'TEA-LPT-900-INK';
const PACK = 'OUT-DMK-18-SLATE';
afterEach(() => setFaults(shop().bank, []));

/** An order that is paid and settled. */
async function bought(): Promise<{ shopper: Shopper; number: string }> {
  const { shopper, number } = await placed(LINES);
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, isSettled);
  return { shopper, number };
}

/** Places so many orders at once, each under a key of its own, at the price that the shop names for one. */
async function placeManyAtOnce(shoppers: readonly Shopper[], more: { points?: number; coupon?: string }) {
  const [first] = shoppers;
  if (!first) throw new Error('Nobody came');
  const refused = await first.place(LINES, { total: { minor: 1, currency: 'USD' }, ...more });
  if (!refused.total) throw new Error(`Asking for the price gave ${refused.__typename}`);
  const command = placeOrder(LINES, refused.total, more);
  const answers = await Promise.all(
    shoppers.map((shopper) => sendUntilDecided(shopper, command, randomUUID())),
  );
  const outcomes = answers.map(outcomeOf);
  const placedOnes = outcomes.filter(({ __typename }) => __typename === 'OrderPlaced');
  const codes = outcomes.flatMap(({ code }) => code ?? []);
  return { placed: placedOnes, codes };
}

test('fifty at once with one key do each command once, and later get the same bytes again', async () => {
  const ops = await operator();
  const shopper = await newShopper();
  const keys = { place: randomUUID(), pay: randomUUID(), refund: randomUUID() };
  const before = await ops.stock(TEAPOT);
  const lines = [{ sku: TEAPOT, quantity: 1 }];
  const place = placeOrder(lines, await shopper.priceOf(lines));
  const ordered = await manyAtOnce(shopper, place, keys.place);
  const number = outcomeOf(ordered).order?.number ?? '';
  expect(await shopper.orders()).toEqual([number]);
  expect((await ops.stock(TEAPOT)).available).toBe(before.available - 1);

  const pay = payOrder(number, 'tok_ok');
  const paid = await manyAtOnce(shopper, pay, keys.pay);
  await shopper.until(number, isSettled);
  expect(await inTheBanksBook(number)).toEqual({ charges: 1, refunds: 0 });

  const refund = requestRefund(number);
  const refunding = await manyAtOnce(shopper, refund, keys.refund);
  await shopper.until(number, ({ state }) => state === 'REFUNDED');
  expect(await inTheBanksBook(number)).toEqual({ charges: 1, refunds: 1 });
  const { kinds } = await booksOf(ops, number);
  expect(kinds).toEqual(['capture', 'refund', 'sale', 'sale-reversal']);

  // What was answered then is answered still, though the order has gone on.
  for (const [command, key, { body }] of [
    [place, keys.place, ordered],
    [pay, keys.pay, paid],
    [refund, keys.refund, refunding],
  ] as const) {
    const again = await send(shopper, command, key);
    expect([again.status, again.replayed, again.body]).toEqual([200, true, body]);
  }
});

test('fifty at once cancel an order once', async () => {
  const ops = await operator();
  const { available } = await ops.stock(PACK);
  const { shopper, number } = await placed([{ sku: PACK, quantity: 1 }]);
  const key = randomUUID();
  const cancelled = await manyAtOnce(shopper, cancelOrder(number), key);
  expect(outcomeOf(cancelled).__typename).toBe('OrderCancelled');
  const order = await shopper.until(number, ({ state }) => state === 'CANCELLED');
  expect(order.timeline.filter(({ kind }) => kind === 'CANCELLED')).toHaveLength(1);
  await eventually(async () => expect(await ops.stock(PACK)).toMatchObject({ available }));
});

test('fifty refunds at once under fifty keys give the money back once', async () => {
  const { shopper, number } = await bought();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => sendUntilDecided(shopper, requestRefund(number), randomUUID())),
  );
  expect(answers.filter(({ replayed }) => replayed)).toEqual([]);
  await shopper.until(number, ({ state }) => state === 'REFUNDED');
  expect(await inTheBanksBook(number)).toEqual({ charges: 1, refunds: 1 });
});

test('a charge and a refund that had to be sent again are one charge and one refund in the bank’s book', async () => {
  const fired = async () => (await faultCounts(shop().bank))['no-answer'] ?? 0;
  const before = await fired();
  await setFaults(shop().bank, [
    { fault: 'no-answer', on: 'charge' },
    { fault: 'no-answer', on: 'refund' },
  ]);
  const { shopper, number } = await placed(LINES);
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, isSettled, 30_000);
  await shopper.refund(number);
  await shopper.until(number, ({ state }) => state === 'REFUNDED', 30_000);
  expect(await fired()).toBe(before + 2);
  expect(await inTheBanksBook(number)).toEqual({ charges: 1, refunds: 1 });
});

test('of fifty customers who want the last use of a coupon at once, one gets it', async () => {
  const code = `LAST${Date.now()}`;
  const minimum = { CNY: 0, USD: 0 };
  const terms = { code, title: { en: 'The last one', zh: '最后一张' }, percentOff: 5, minimum };
  const coupon = { ...terms, useLimit: 1, expiresAt: null };
  await inDatabaseOf('loyalty', (db) =>
    db.query({
      text: 'insert into coupons (code, terms, use_limit, version) values ($1, $2, 1, 1)',
      values: [code, JSON.stringify(coupon)],
    }),
  );
  const subject = { aggregateId: code, aggregateVersion: 1, data: coupon };
  await sayAs(shop().engines.postgres ?? '', couponPublished, [subject]);
  const customers = await Promise.all(Array.from({ length: 50 }, () => newShopper('customer')));
  const { placed: won, codes } = await eventually(async () => {
    const outcome = await placeManyAtOnce(customers, { coupon: code });
    expect(outcome.placed.length).toBeGreaterThan(0);
    return outcome;
  });
  expect(won).toHaveLength(1);
  expect(codes).toEqual(Array(49).fill('COUPON_REFUSED'));
});

test('of fifty orders of one customer at once, one may use a coupon', async () => {
  const shopper = await welcomed();
  const { placed: won, codes } = await placeManyAtOnce(Array(50).fill(shopper), { coupon: 'STILLWATER' });
  expect(won).toHaveLength(1);
  expect(codes).toEqual(Array(49).fill('COUPON_REFUSED'));
});

test.each([
  { orders: 2, points: 300, won: 1, left: { available: 200, frozen: 300 } },
  { orders: 20, points: 100, won: 5, left: { available: 0, frozen: 500 } },
])('$orders orders at once for $points points each, of five hundred: $won get them', async (given) => {
  const shopper = await welcomed();
  const { placed: won, codes } = await placeManyAtOnce(Array(given.orders).fill(shopper), {
    points: given.points,
  });
  expect(won).toHaveLength(given.won);
  expect(codes).toEqual(Array(given.orders - given.won).fill('NOT_ENOUGH_POINTS'));
  await shopper.untilWallet(given.left);
});

test('a key of another body, another operation or another shopper', async () => {
  const { shopper: owner, number } = await placed(LINES);
  const key = randomUUID();
  const first = await sendUntilDecided(owner, payOrder(number, 'tok_declined'), key);
  const other = await send(owner, payOrder(number, 'tok_ok'), key);
  expect([other.status, other.errors[0]?.extensions.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect(other.body).not.toContain(number);

  // Of another shopper it is a key that nobody has used: the order of the owner does not exist for them.
  const stranger = await newShopper();
  const [theirs, neverIssued] = [
    await send(stranger, payOrder(number, 'tok_declined'), key),
    await send(stranger, payOrder('1234567890123456', 'tok_declined'), randomUUID()),
  ];
  expect([theirs.status, theirs.replayed, theirs.body]).toEqual([200, false, neverIssued.body]);
  const mine = await placed(LINES, stranger);
  const total = await stranger.priceOf(LINES);
  const ordered = await sendUntilDecided(stranger, placeOrder(LINES, total), key);
  expect([ordered.replayed, outcomeOf(ordered).order?.number === mine.number]).toEqual([false, false]);

  // Another operation is another key, and the owner's is as it was.
  const cancelled = await sendUntilDecided(owner, cancelOrder(number), key);
  expect([cancelled.replayed, outcomeOf(cancelled).__typename]).toEqual([false, 'OrderCancelled']);
  const again = await send(owner, payOrder(number, 'tok_declined'), key);
  expect([again.replayed, again.body]).toEqual([true, first.body]);
});

test('a key is kept for a day, and is free again after that', async () => {
  const shopper = await newShopper();
  const total = await shopper.priceOf(LINES);
  const key = randomUUID();
  const age = (hours: number) =>
    inDatabaseOf('order', (db) =>
      db.query({
        text: `update idempotency_keys set at = now() - make_interval(hours => $2) where key = $1 returning key`,
        values: [key, hours],
      }),
    );
  const first = await sendUntilDecided(shopper, placeOrder(LINES, total), key);
  expect(await age(23)).toHaveLength(1);
  expect((await send(shopper, placeOrder(LINES, total), key)).body).toBe(first.body);
  expect((await send(shopper, placeOrder(LINES, total, { email: 'other@post.example' }), key)).status).toBe(
    422,
  );
  expect(await age(25)).toHaveLength(1);
  const fresh = await sendUntilDecided(
    shopper,
    placeOrder(LINES, total, { email: 'other@post.example' }),
    key,
  );
  expect([fresh.replayed, outcomeOf(fresh).__typename]).toEqual([false, 'OrderPlaced']);
  expect(outcomeOf(fresh).order?.number).not.toBe(outcomeOf(first).order?.number);
  expect(await shopper.orders()).toHaveLength(2);
});
