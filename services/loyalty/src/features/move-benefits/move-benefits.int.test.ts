import {
  benefitsHeld,
  benefitsRefused,
  customerRegistered,
  holdBenefits,
  orderPaid,
  orderRefunding,
  pointsEarned,
  pointsReversed,
  releaseBenefits,
} from '@evenkeel/contracts';
import { type CustomerId, newId, type OrderId, type Sku } from '@evenkeel/kernel';
import {
  emittedOf,
  interrupt,
  newOrderId,
  orderFactsOf,
  type ServiceInstance,
  serviceInstance,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { upsertCoupons } from '../../store/coupon-store.js';
import { moveBenefitsHandler } from './move-benefits.handler.js';

const database = await throwAwayDatabase({ migrationsDir: new URL('../../../migrations', import.meta.url) });
const { db } = database;
const WELCOME = 500;
const start = (between?: () => Promise<unknown>) => {
  const own = moveBenefitsHandler(WELCOME);
  const handlers = between ? [own, interrupt(own.types, between)] : [own];
  return serviceInstance(database, { service: 'loyalty', handlers });
};
const [left, right] = await Promise.all([start(), start()]);
afterAll(async () => {
  await Promise.all([left.stop(), right.stop()]);
  await database.drop();
});

let customerId: CustomerId;
let coupon: string;
beforeEach(async () => {
  customerId = newId<CustomerId>();
  coupon = `C${newOrderId()}`;
  await left.deliver(customerRegistered, {
    customerId,
    name: 'Mara',
    locale: 'en',
    at: new Date().toISOString(),
  });
});

const offer = (useLimit: number | null) =>
  db.query(
    upsertCoupons(
      [
        {
          code: coupon,
          title: { en: 'c', zh: 'c' },
          percentOff: 5,
          minimum: { CNY: 0, USD: 0 },
          useLimit,
          expiresAt: null,
        },
      ],
      1,
    ),
  );
const hold = (
  at: ServiceInstance,
  given: { orderId?: OrderId; round?: number; points?: number; code?: string; by?: CustomerId } = {},
) =>
  at.deliver(holdBenefits, {
    orderId: given.orderId ?? newOrderId(),
    round: given.round ?? 1,
    customerId: given.by ?? customerId,
    points: given.points ?? 0,
    coupon: given.code ?? null,
  });
const factsOf = (orderId: OrderId, pointsSpent = 0) => {
  const facts = orderFactsOf({
    orderId,
    customerId,
    shopperKind: 'customer',
    lines: [{ sku: 'CUP' as Sku, quantity: 1 }],
  });
  return { ...facts, price: { ...facts.price, pointsSpent, pointsToEarn: 10 } };
};
const captured = { minor: 1_000, currency: 'USD' } as const;
const pay = (orderId: OrderId, spent = 0) =>
  left.deliver(orderPaid, {
    ...factsOf(orderId, spent),
    round: 1,
    attemptId: null,
    captured,
    paidAt: new Date().toISOString(),
  });
const refund = (orderId: OrderId, at = left) =>
  at.deliver(orderRefunding, { ...factsOf(orderId), round: 1, wasPaid: true, captured, reason: 'requested' });
/** The wallet, which must be what its entries add up to. */
async function soundWallet() {
  const [row] = await db.query<{ available: number; frozen: number; sum: number }>({
    text: `select available, frozen,
  (select coalesce(sum(points), 0)::int from entries e where e.customer_id = a.customer_id) as sum
from accounts a where customer_id = $1`,
    values: [customerId],
  });
  expect(row?.available).toBe(row?.sum);
  return row && [row.available, row.frozen];
}
/** The coupon, as it is counted and as it is open for customers. */
const uses = async () =>
  (
    await db.query({
      text: `select uses, (select count(*)::int from coupon_uses u where u.code = c.code and open) as open
from coupons c where code = $1`,
      values: [coupon],
    })
  )[0];
const held = async () =>
  (await emittedOf(db, benefitsHeld)).filter(({ data }) => data.customerId === customerId);
const refused = async () =>
  (await emittedOf(db, benefitsRefused))
    .filter(({ data }) => data.customerId === customerId)
    .map(({ data }) => data.why);

test('two processes, two orders, one balance: one of them is refused', async () => {
  const slow = await start(() => hold(right, { points: 300 }));
  await hold(slow, { points: 300 });
  await slow.stop();
  expect(await held()).toHaveLength(1);
  expect(await refused()).toEqual(['not-enough-points']);
  expect(await soundWallet()).toEqual([200, 300]);
});

test('a coupon is used once by a customer, whichever process they ask', async () => {
  await offer(null);
  const slow = await start(() => hold(right, { code: coupon }));
  await hold(slow, { code: coupon });
  await slow.stop();
  expect(await held()).toHaveLength(1);
  expect(await refused()).toEqual(['already-used']);
});

test('one coupon with five uses, fifty shoppers, two processes: five are held', async () => {
  await offer(5);
  const shoppers = Array.from({ length: 50 }, () => newId<CustomerId>());
  await Promise.all(shoppers.map((by, index) => hold(index % 2 ? left : right, { code: coupon, by })));
  const answers = await db.query({
    text: 'select status, count(*)::int as n from holds where coupon = $1 group by 1 order by 1',
    values: [coupon],
  });
  expect(answers).toEqual([
    { status: 'HELD', n: 5 },
    { status: 'REFUSED', n: 45 },
  ]);
});

test('a refund that comes before the paid event leaves a mark in the database', async () => {
  const orderId = newOrderId();
  await hold(left, { orderId, points: 300 });
  await refund(orderId);
  await pay(orderId, 300);
  expect(await soundWallet()).toEqual([500, 0]);
  const earned = (await emittedOf(db, pointsEarned)).filter(({ data }) => data.orderId === orderId);
  expect(earned).toEqual([]);
});

test('a refund between the reading and the writing of the paid event is not lost', async () => {
  const orderId = newOrderId();
  await hold(left, { orderId, points: 300 });
  const slow = await start(() => refund(orderId));
  await slow.deliver(orderPaid, {
    ...factsOf(orderId, 300),
    round: 1,
    attemptId: null,
    captured,
    paidAt: new Date().toISOString(),
  });
  await slow.stop();
  expect(await soundWallet()).toEqual([500, 0]);
});

test('a paid event between the reading and the writing of its refund is not lost', async () => {
  const orderId = newOrderId();
  const slow = await start(() => pay(orderId));
  await refund(orderId, slow);
  await slow.stop();
  expect(await soundWallet()).toEqual([500, 0]);
});

test('a hold between the reading and the writing of its cancel is given back', async () => {
  await offer(1);
  const orderId = newOrderId();
  const slow = await start(() => hold(right, { orderId, points: 300, code: coupon }));
  await slow.deliver(releaseBenefits, { orderId, round: 1, customerId });
  await slow.stop();
  expect(await soundWallet()).toEqual([500, 0]);
  expect(await uses()).toEqual({ uses: 0, open: 0 });
});

test('a hold leaves HELD once: a sale between the reading and the writing of its cancel keeps it', async () => {
  await offer(1);
  const orderId = newOrderId();
  await hold(left, { orderId, code: coupon });
  const slow = await start(() => pay(orderId));
  await slow.deliver(releaseBenefits, { orderId, round: 1, customerId });
  await slow.stop();
  expect(await uses()).toEqual({ uses: 1, open: 1 });
});

test('a hold that is asked for twice at once uses its coupon once', async () => {
  await offer(2);
  const orderId = newOrderId();
  const slow = await start(() => hold(right, { orderId, code: coupon }));
  await hold(slow, { orderId, code: coupon });
  await slow.stop();
  expect(await uses()).toEqual({ uses: 1, open: 1 });
});

test('a refund leaves the coupon of a hold that came after it alone, also in one batch', async () => {
  await offer(null);
  const orderId = newOrderId();
  await Promise.all([refund(orderId), hold(left, { orderId, round: 2, code: coupon })]);
  expect(await uses()).toEqual({ uses: 1, open: 1 });
});

test('a refund that order says again is told once, since the books count each telling', async () => {
  const orderId = newOrderId();
  await pay(orderId);
  await Promise.all([refund(orderId), refund(orderId, right)]);
  await refund(orderId);
  const told = (await emittedOf(db, pointsReversed)).filter(({ data }) => data.orderId === orderId);
  expect(told.map(({ data }) => data.takenBack)).toEqual([10]);
});

test('the coupon of a refunded order can be used again', async () => {
  await offer(1);
  const orderId = newOrderId();
  await hold(left, { orderId, code: coupon });
  await pay(orderId);
  await refund(orderId);
  await hold(left, { code: coupon });
  expect(await held()).toHaveLength(2);
});

test('welcome points come however late, also to a customer who has earned some already', async () => {
  customerId = newId<CustomerId>();
  await pay(newOrderId());
  await left.deliver(customerRegistered, {
    customerId,
    name: 'Wen',
    locale: 'zh',
    at: new Date().toISOString(),
  });
  expect(await soundWallet()).toEqual([WELCOME + 10, 0]);
});
