import { customerRegistered } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { booksOf, onlyTheFee } from '../support/books.js';
import { eventually } from '../support/eventually.js';
import type { Operator } from '../support/operator.js';
import { sayAs } from '../support/say-as.js';
import {
  COUPON,
  isSettled,
  operator,
  placedWithBenefits,
  shop,
  WELCOME_POINTS,
  welcomed,
} from '../support/scenario.js';
import { orderOf, type Shopper, type Wish } from '../support/shopper.js';

/** Each order is for something that nobody else buys meanwhile, so that its stock can be told apart. */
const one = (sku: string): readonly [Wish] => [{ sku, quantity: 1 }];
const kindsOf = (order: { readonly timeline: readonly { readonly kind: string }[] }) =>
  order.timeline.map(({ kind }) => kind);

/** Points are back, the coupon can be used again, and the goods can be bought by others. */
async function everythingIsBack(shopper: Shopper, ops: Operator, [wish]: readonly [Wish], available: number) {
  await shopper.untilWallet({ available: WELCOME_POINTS, frozen: 0 });
  await eventually(async () => expect(await ops.stock(wish.sku)).toMatchObject({ available }));
  const { number } = await placedWithBenefits([wish], shopper);
  await shopper.cancel(number);
  await shopper.untilWallet({ available: WELCOME_POINTS, frozen: 0 });
}

/** Pays so late with a slow card that the order has expired when the bank takes the money. */
async function payTooLate(shopper: Shopper, number: string): Promise<void> {
  // The read model may be a step behind the answer.
  const { payBy } = await shopper.until(number, (order) => order.payBy !== null);
  const lastMoment = Date.parse(payBy ?? '') - 3_000;
  await expect.poll(() => Date.now(), { timeout: 20_000 }).toBeGreaterThan(lastMoment);
  expect((await shopper.pay(number, 'tok_slow')).__typename).toBe('PaymentStarted');
  await shopper.until(number, ({ state }) => state === 'EXPIRED');
}

test.concurrent('who cancels before paying gets everything back', async () => {
  const ops = await operator();
  const lines = one('KIT-SHG-14');
  const { available } = await ops.stock(lines[0].sku);
  const { shopper, number } = await placedWithBenefits(lines);
  expect((await ops.stock(lines[0].sku)).available).toBe(available - 1);
  expect((await shopper.cancel(number)).__typename).toBe('OrderCancelled');
  expect(await shopper.until(number, ({ state }) => state === 'CANCELLED')).toMatchObject({
    paid: { minor: 0 },
  });
  await everythingIsBack(shopper, ops, lines, available);
  expect((await booksOf(ops, number)).kinds).toEqual([]);
});

test.concurrent('who leaves has an order that expires, and everything goes back', async () => {
  const ops = await operator();
  const lines = one('KIT-GAL-18');
  const { available } = await ops.stock(lines[0].sku);
  const { shopper, number } = await placedWithBenefits(lines);
  const order = await shopper.until(number, ({ state }) => state === 'EXPIRED', 25_000);
  expect(order).toMatchObject({ paid: { minor: 0 }, payBy: null });
  expect((await shopper.pay(number, 'tok_ok')).__typename).toBe('OrderNotPayable');
  await everythingIsBack(shopper, ops, lines, available);
  expect((await booksOf(ops, number)).kinds).toEqual([]);
});

test.concurrent('money that comes after the cancel goes back by itself', async () => {
  const ops = await operator();
  const lines = one('KIT-SPT-3');
  const { available } = await ops.stock(lines[0].sku);
  const { shopper, number } = await placedWithBenefits(lines);
  await shopper.pay(number, 'tok_slow');
  expect((await shopper.cancel(number)).__typename).toBe('OrderCancelled');
  const cancelled = await shopper.until(number, ({ state }) => state === 'CANCELLED');
  expect(cancelled.payment?.state).toBe('STARTED');
  const order = await shopper.until(number, ({ state }) => state === 'REFUNDED', 30_000);
  // The bank took the money, so it was there to go back.
  expect(order.refunded).toEqual(order.total);
  expect(order.reasonCode).toBe('LATE_CAPTURE');
  expect(kindsOf(order)).not.toContain('PAID');
  await everythingIsBack(shopper, ops, lines, available);
  const books = await booksOf(ops, number);
  expect(books.kinds).toEqual(['capture', 'refund']);
  expect(onlyTheFee(books)).toBe(true);
});

test.concurrent('who cancels while the bank does not answer is told when the payment was closed', async () => {
  const ops = await operator();
  const lines = one('HOM-SMD-16');
  const { available } = await ops.stock(lines[0].sku);
  const { shopper, number } = await placedWithBenefits(lines);
  // The bank refuses three times to look at the charge, and is asked again after longer and longer.
  await shopper.pay(number, 'tok_bank_down');
  await shopper.until(number, ({ payment }) => payment?.state === 'IN_DOUBT');
  expect((await shopper.cancel(number)).__typename).toBe('OrderCancelled');
  const order = await shopper.until(number, ({ payment }) => payment?.state === 'VOIDED', 20_000);
  expect(order).toMatchObject({ state: 'CANCELLED', paid: { minor: 0 } });
  expect(await ops.attempts(number)).toEqual(['VOIDED']);
  await everythingIsBack(shopper, ops, lines, available);
  expect((await booksOf(ops, number)).kinds).toEqual([]);
});

test.concurrent('money that comes after the order expired buys the things if they are still there', async () => {
  const ops = await operator();
  const lines = one('OUT-CRN-40');
  const before = await ops.stock(lines[0].sku);
  const { shopper, number, total } = await placedWithBenefits(lines);
  await payTooLate(shopper, number);
  // Everything went back, and is held once more when the money is there.
  await shopper.untilWallet({ available: WELCOME_POINTS, frozen: 0 });
  const order = await shopper.until(number, isSettled, 30_000);
  expect(order).toMatchObject({ state: 'PAID', paid: { minor: total } });
  expect(kindsOf(order).indexOf('EXPIRED')).toBeLessThan(kindsOf(order).indexOf('PAID'));
  await shopper.untilWallet({ available: WELCOME_POINTS - 300 + order.pointsEarned, frozen: 0 });
  const { onHand, reserved, sold } = before;
  expect(await ops.stock(lines[0].sku)).toMatchObject({ onHand: onHand - 1, reserved, sold: sold + 1 });
  await eventually(async () =>
    expect((await booksOf(ops, number)).kinds).toEqual(['capture', 'points-earned', 'sale']),
  );
  // The coupon is used up for this customer.
  const again = await shopper.place(lines, { coupon: COUPON, total: order.total });
  expect(again.__typename).not.toBe('OrderPlaced');
});

test.concurrent('money that comes after the order expired goes back if the things are gone', async () => {
  const ops = await operator();
  const lines = one('OUT-TRN-1200');
  const { onHand, sold } = await ops.stock(lines[0].sku);
  const { shopper, number } = await placedWithBenefits(lines);
  await payTooLate(shopper, number);
  await eventually(async () => expect(await ops.stock(lines[0].sku)).toMatchObject({ reserved: 0 }));
  await ops.setAvailable(lines[0].sku, 0);
  const order = await shopper.until(number, ({ state }) => state === 'REFUNDED', 30_000);
  expect(order.refunded).toEqual(order.total);
  expect(order.reasonCode).toBe('LATE_CAPTURE');
  expect(kindsOf(order)).toEqual(expect.arrayContaining(['EXPIRED', 'REFUNDING', 'REFUNDED']));
  expect(await ops.stock(lines[0].sku)).toMatchObject({ onHand: 0, reserved: 0, sold });
  await ops.setAvailable(lines[0].sku, onHand);
  await everythingIsBack(shopper, ops, lines, onHand);
  expect(onlyTheFee(await booksOf(ops, number))).toBe(true);
});

test.concurrent('an order that points pay for alone is paid at once, without the bank', async () => {
  const ops = await operator();
  const lines = one('PAP-PKT-24');
  const shopper = await welcomed();
  // Four welcomes more: the house gives no points otherwise.
  const customerId = await shopper.id();
  const registration = { customerId, name: 'Mara', locale: 'en' as const, at: new Date().toISOString() };
  const again = { aggregateId: customerId, aggregateVersion: 1, data: registration };
  await sayAs(shop().engines.postgres ?? '', customerRegistered, [again, again, again, again]);
  const points = 5 * WELCOME_POINTS;
  await shopper.untilWallet({ available: points, frozen: 0 });
  const order = orderOf(await shopper.place(lines, { points, total: { minor: 0, currency: 'USD' } }));
  const paid = await shopper.until(order.number, isSettled);
  expect(paid).toMatchObject({ state: 'PAID', paid: { minor: 0 }, total: { minor: 0 } });
  expect(await ops.attempts(order.number)).toEqual([]);
  expect((await booksOf(ops, order.number)).kinds).toEqual(['sale']);
  await shopper.refund(order.number);
  await shopper.until(order.number, ({ state }) => state === 'REFUNDED');
  await shopper.untilWallet({ available: points, frozen: 0 });
  expect((await booksOf(ops, order.number)).balances).toEqual({});
});
