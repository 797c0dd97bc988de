import { releaseStock } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { booksOf, onlyTheFee } from '../support/books.js';
import { eventually } from '../support/eventually.js';
import { metricOf } from '../support/metrics.js';
import type { Operator } from '../support/operator.js';
import { sayAs } from '../support/say-as.js';
import {
  isSettled,
  operator,
  placed,
  placedWithBenefits,
  shop,
  WELCOME_POINTS,
  welcomed,
} from '../support/scenario.js';
import { orderOf, type Wish } from '../support/shopper.js';

const one = (sku: string): readonly [Wish] => [{ sku, quantity: 1 }];
const WHOLLY_UNDONE = ['capture', 'points-earned', 'points-reversal', 'refund', 'sale', 'sale-reversal'];

/** Gives the hold of an order back behind its back, as nobody should. */
async function loseHold(ops: Operator, number: string, [{ sku }]: readonly [Wish]): Promise<void> {
  const { reserved } = await ops.stock(sku);
  const orderId = number as OrderId;
  const data = { orderId, round: 1, reason: 'cancelled' as const };
  await sayAs(shop().engines.postgres ?? '', releaseStock, [
    { aggregateId: number, aggregateVersion: 1, data },
  ]);
  await eventually(async () => expect(await ops.stock(sku)).toMatchObject({ reserved: reserved - 1 }));
}

const confirmsRefused = () =>
  metricOf(shop().processes.inventory, 'stock_inputs_total', 'path="confirm-refused"');

test('a paid order whose hold is gone gets its things in another round', async () => {
  const ops = await operator();
  const lines = one('HOM-CRL-38');
  const { onHand, sold } = await ops.stock(lines[0].sku);
  const { shopper, number, total } = await placedWithBenefits(lines);
  await loseHold(ops, number, lines);
  const refused = await confirmsRefused();
  await shopper.pay(number, 'tok_ok');
  const order = await shopper.until(number, isSettled);
  expect(await confirmsRefused(), 'the hold was missed').toBe(refused + 1);
  expect(order).toMatchObject({ state: 'PAID', paid: { minor: total } });
  expect(await ops.stock(lines[0].sku)).toMatchObject({ onHand: onHand - 1, reserved: 0, sold: sold + 1 });
  await shopper.untilWallet({ available: WELCOME_POINTS - 300 + order.pointsEarned, frozen: 0 });
  await eventually(async () =>
    expect((await booksOf(ops, number)).kinds).toEqual(['capture', 'points-earned', 'sale']),
  );
});

test('a paid order whose things were sold to somebody else gets its money, points and coupon back', async () => {
  const ops = await operator();
  const lines = one('TEA-SLK-32');
  const { onHand, sold } = await ops.stock(lines[0].sku);
  const { shopper, number } = await placedWithBenefits(lines);
  await loseHold(ops, number, lines);
  await ops.setAvailable(lines[0].sku, 0);
  const refused = await confirmsRefused();
  await shopper.pay(number, 'tok_ok');
  const order = await shopper.until(number, ({ state }) => state === 'REFUNDED');
  expect(await confirmsRefused(), 'the hold was missed').toBe(refused + 1);
  expect(order.refunded).toEqual(order.total);
  expect(order.reasonCode).toBe('STOCK_GONE');
  expect(order.timeline.map(({ kind }) => kind)).not.toContain('DISPATCHED');
  expect(await ops.stock(lines[0].sku)).toMatchObject({ onHand: 0, reserved: 0, sold });
  await shopper.untilWallet({ available: WELCOME_POINTS, frozen: 0 });
  await eventually(async () => {
    const books = await booksOf(ops, number);
    expect(books.kinds).toEqual(WHOLLY_UNDONE);
    expect(onlyTheFee(books)).toBe(true);
  });
  await ops.setAvailable(lines[0].sku, onHand);
  const again = await placedWithBenefits(lines, shopper);
  await shopper.cancel(again.number);
});

test('a refund of a paid order reverses money, stock and points', async () => {
  const ops = await operator();
  const lines = one('TEA-FRL-220');
  const before = await ops.stock(lines[0].sku);
  const { shopper, number } = await placedWithBenefits(lines);
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, isSettled);
  expect((await shopper.refund(number)).__typename).toBe('RefundStarted');
  const order = await shopper.until(number, ({ state }) => state === 'REFUNDED');
  expect(order).toMatchObject({ refunded: order.total, shortfallPoints: 0, pointsEarned: 0 });
  expect((await shopper.refund(number)).__typename).toBe('OrderNotRefundable');
  const { onHand, reserved, sold } = before;
  await eventually(async () =>
    expect(await ops.stock(lines[0].sku)).toMatchObject({ onHand, reserved, sold }),
  );
  await shopper.untilWallet({ available: WELCOME_POINTS, frozen: 0 });
  await eventually(async () => {
    const books = await booksOf(ops, number);
    expect(books.kinds).toEqual(WHOLLY_UNDONE);
    expect(onlyTheFee(books)).toBe(true);
  });
});

test('points that were earned and spent already are taken off the refund, and shown', async () => {
  const ops = await operator();
  const shopper = await welcomed();
  const lamp = await placed(one('LMP-MRG-138'), shopper);
  await shopper.pay(lamp.number, 'tok_ok');
  const { pointsEarned: earned } = await shopper.until(lamp.number, isSettled);
  expect(earned).toBe(Math.floor(lamp.total / 100));
  await shopper.untilWallet({ available: WELCOME_POINTS + earned, frozen: 0 });
  // All of them go into the next order, which brings a few of its own.
  const points = WELCOME_POINTS + earned;
  const price = await shopper.priceOf(one('LMP-FOG-34'));
  const total = { ...price, minor: price.minor - points };
  const next = orderOf(await shopper.place(one('LMP-FOG-34'), { points, total }));
  await shopper.pay(next.number, 'tok_ok');
  const { pointsEarned: left } = await shopper.until(next.number, isSettled);
  await shopper.untilWallet({ available: left, frozen: 0 });

  expect((await shopper.refund(lamp.number)).__typename).toBe('RefundStarted');
  const order = await shopper.until(lamp.number, ({ state }) => state === 'REFUNDED');
  const shortfall = earned - left;
  expect(shortfall).toBeGreaterThan(0);
  expect(order).toMatchObject({ refunded: { minor: lamp.total - shortfall }, shortfallPoints: shortfall });
  await shopper.untilWallet({ available: 0, frozen: 0 });
  const books = await eventually(async () => {
    const found = await booksOf(ops, lamp.number);
    expect(found.kinds).toEqual(WHOLLY_UNDONE);
    return found;
  });
  // What the refund is smaller by pays for the points that others have already been given for.
  expect(books.balances['customer-deposits']).toBeUndefined();
  expect(books.balances['points-liability']).toBe(-shortfall);
});

/** Both wait for the carrier, so they do it side by side. */
test.concurrent('a parcel gets to its shopper, and the order is told of it step by step', async () => {
  const { shopper, number } = await placed(one('TEA-TRN-3-MIX'));
  await shopper.pay(number, 'tok_ok');
  const done = await shopper.until(number, ({ state }) => state === 'COMPLETED', 40_000);
  expect(done.timeline.map((moment) => moment.kind)).toEqual(
    expect.arrayContaining(['PLACED', 'AWAITING_PAYMENT', 'PAID', 'PACKED', 'DISPATCHED', 'DELIVERED']),
  );
});

test.concurrent('a refund after the parcel left brings the money at once, and the stock when the parcel is back', async () => {
  const ops = await operator();
  const lines = one('KIT-OFC-2');
  const { onHand, sold } = await ops.stock(lines[0].sku);
  const { shopper, number } = await placed(lines);
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, ({ state }) => state === 'FULFILLING', 40_000);
  expect((await shopper.refund(number)).__typename).toBe('RefundStarted');
  const order = await shopper.until(number, ({ state }) => state === 'REFUNDED');
  expect(order.refunded).toEqual(order.total);
  await shopper.until(number, ({ shipment }) => shipment?.state === 'RETURNED');
  await eventually(async () => expect(await ops.stock(lines[0].sku)).toMatchObject({ onHand, sold }));
  const refundedAt = order.timeline.find(({ kind }) => kind === 'REFUNDED')?.at ?? '';
  const back = (await ops.returnedAt(lines[0].sku, number)) ?? '';
  expect(Date.parse(back)).toBeGreaterThan(Date.parse(refundedAt));
  await eventually(async () => expect(onlyTheFee(await booksOf(ops, number))).toBe(true));
});
