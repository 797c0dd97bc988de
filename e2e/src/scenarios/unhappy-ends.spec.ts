import { afterEach, expect, test } from 'vitest';
import { booksOf, onlyTheFee } from '../support/books.js';
import { faultCounts, setFaults } from '../support/fault-counts.js';
import { isSettled, newShopper, operator, placed, placedWithBenefits, shop } from '../support/scenario.js';

const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];
const SOLD = ['capture', 'sale'];
afterEach(() => setFaults(shop().bank, []));

/** Does something during which a fault of the bank must fire. */
async function withFault<T>(fault: string, work: () => Promise<T>): Promise<T> {
  const fired = async () => (await faultCounts(shop().bank))[fault] ?? 0;
  const before = await fired();
  const result = await work();
  expect(await fired(), `${fault} fired`).toBeGreaterThan(before);
  return result;
}

/** A purchase that ends paid, once, and settled, whatever the bank did meanwhile. */
const bought = (fault: string, token: string, withinMs = 20_000) =>
  withFault(fault, async () => {
    const { shopper, number, total } = await placed(LINES);
    const answer = await shopper.pay(number, token);
    expect(answer.__typename).toBe('PaymentStarted');
    const order = await shopper.until(number, isSettled, withinMs);
    expect(order).toMatchObject({ state: 'PAID', paid: { minor: total } });
    expect(await (await operator()).attempts(number)).toEqual(['CAPTURED']);
    expect((await booksOf(await operator(), number)).kinds).toEqual(SOLD);
    return order;
  });

test('a payment that the bank charged and never answered is found by asking, and charged once', async () => {
  const order = await bought('no-answer', 'tok_charged_no_answer');
  expect(order.timeline.map(({ kind }) => kind)).toContain('PAYMENT_IN_DOUBT');
});

test('a lost callback is made good by asking the bank', async () => {
  await bought('callback-lost', 'tok_callback_lost');
});

test('a callback that comes twice is one payment', async () => {
  await bought('callback-twice', 'tok_callback_twice');
});

test('a callback that comes before the answer is one payment', async () => {
  await bought('callback-first', 'tok_callback_first');
});

test('a bank that fails three times is asked until it does not', async () => {
  await bought('bank-down', 'tok_bank_down', 30_000);
});

test('a declined card leaves the order payable, and another card pays it', async () => {
  const { shopper, number, total } = await placed(LINES);
  await withFault('declined', async () => {
    expect((await shopper.pay(number, 'tok_declined')).__typename).toBe('PaymentDeclined');
  });
  const declined = await shopper.until(number, ({ payment }) => payment?.state === 'DECLINED');
  expect(declined).toMatchObject({ state: 'AWAITING_PAYMENT', paid: { minor: 0 } });
  await shopper.pay(number, 'tok_ok');
  expect(await shopper.until(number, isSettled)).toMatchObject({ state: 'PAID', paid: { minor: total } });
  expect([...(await (await operator()).attempts(number))].sort()).toEqual(['CAPTURED', 'DECLINED']);
  expect((await booksOf(await operator(), number)).kinds).toEqual(SOLD);
});

test('another amount than asked for never pays the order: it goes back, and the order can be paid again', async () => {
  const ops = await operator();
  const { shopper, number, total } = await placed(LINES);
  await withFault('wrong-amount', async () => {
    await shopper.pay(number, 'tok_wrong_amount');
    await shopper.until(number, ({ payment }) => payment?.state === 'AMOUNT_MISMATCH');
  });
  expect(await shopper.order(number)).toMatchObject({ state: 'AWAITING_PAYMENT', paid: { minor: 0 } });
  await expect.poll(async () => onlyTheFee(await booksOf(ops, number))).toBe(true);
  expect((await booksOf(ops, number)).kinds).toEqual(['suspense', 'suspense-refund']);
  await shopper.pay(number, 'tok_ok');
  expect(await shopper.until(number, isSettled)).toMatchObject({ state: 'PAID', paid: { minor: total } });
  expect((await booksOf(ops, number)).kinds).toEqual([...SOLD, 'suspense', 'suspense-refund']);
});

test('a second card while the first is in doubt does not charge again', async () => {
  await setFaults(shop().bank, [
    { fault: 'no-answer', on: 'charge' },
    { fault: 'no-answer', on: 'query', times: 2 },
  ]);
  const { shopper, number, total } = await placed(LINES);
  await withFault('no-answer', async () => {
    await shopper.pay(number, 'tok_ok');
    await shopper.until(number, ({ payment }) => payment?.state === 'IN_DOUBT');
    expect((await shopper.pay(number, 'tok_ok')).__typename).toBe('PaymentStarted');
    expect((await shopper.order(number))?.payment?.state).toBe('IN_DOUBT');
  });
  expect(await shopper.until(number, isSettled, 30_000)).toMatchObject({ paid: { minor: total } });
  expect(await (await operator()).attempts(number)).toEqual(['CAPTURED']);
  expect((await booksOf(await operator(), number)).kinds).toEqual(SOLD);
});

test('a price that changed since the shopper saw it is told, and what was ordered is what is paid', async () => {
  const ops = await operator();
  const lamp = [{ sku: 'LMP-LSC-15', quantity: 1 }];
  const shopper = await newShopper();
  const seen = await shopper.priceOf(lamp);
  const before = await placed(lamp, shopper);
  await ops.setPrice('LMP-LSC-15', { CNY: 29_900, USD: 4_100 });
  await expect.poll(async () => (await shopper.priceOf(lamp)).minor).not.toBe(seen.minor);
  const outcome = await shopper.place(lamp, { total: seen });
  expect(outcome).toMatchObject({ __typename: 'PriceChanged', total: { minor: 4_700 } });
  const { number } = await placed(lamp, shopper);
  await shopper.pay(number, 'tok_ok');
  expect(await shopper.until(number, isSettled)).toMatchObject({ paid: { minor: 4_700 } });
  // What was ordered before costs what it did then.
  await shopper.pay(before.number, 'tok_ok');
  expect(await shopper.until(before.number, isSettled)).toMatchObject({ paid: { minor: seen.minor } });
});

test('points and coupon are held, spent and earned', async () => {
  const { shopper, number } = await placedWithBenefits(LINES);
  await shopper.pay(number, 'tok_ok');
  const order = await shopper.until(number, isSettled);
  await shopper.untilWallet({ available: 200 + order.pointsEarned, frozen: 0 });
});
