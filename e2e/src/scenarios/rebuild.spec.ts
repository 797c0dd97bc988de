import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { isSettled, operator, placed, placedWithBenefits } from '../support/scenario.js';

const SKU = 'PAP-ALM-2027';
const LINES = [{ sku: SKU, quantity: 1 }];
/** More than can be bought while four read models are built. */
const PIECES = 2_000;
const MODELS = ['ORDER', 'PRODUCT', 'CUSTOMER', 'DAILY_SALES'];

test('read models that are built from zero while others shop are the same as before', async () => {
  const ops = await operator();
  await ops.setAvailable(SKU, PIECES);
  const { shopper, number } = await placedWithBenefits(LINES);
  await shopper.pay(number, 'tok_charged_no_answer');
  await shopper.until(number, isSettled, 30_000);
  const declined = await placed(LINES, shopper);
  await shopper.pay(declined.number, 'tok_declined');
  await shopper.cancel(declined.number);
  const refunded = await placed(LINES, shopper);
  await shopper.pay(refunded.number, 'tok_ok');
  await shopper.until(refunded.number, isSettled);
  await shopper.refund(refunded.number);
  await shopper.until(
    refunded.number,
    ({ state, shipment }) => state === 'REFUNDED' && shipment?.state === 'CANCELLED',
  );
  const numbers = [number, declined.number, refunded.number];
  const seen = async () => ({
    orders: await Promise.all(numbers.map((one) => shopper.order(one))),
    list: await shopper.orders(),
    wallet: await shopper.wallet(),
    price: await shopper.priceOf(LINES),
  });
  // Two looks alike: nothing is on its way any more.
  const before = await eventually(async () => {
    const [one, other] = [await seen(), await seen()];
    expect(one).toEqual(other);
    expect(one.orders[1]).toMatchObject({ state: 'CANCELLED' });
    return one;
  });

  let building = true;
  const meanwhile = (async () => {
    const bought: string[] = [];
    while (building) {
      const other = await placed(LINES);
      await other.shopper.pay(other.number, 'tok_ok');
      expect((await other.shopper.until(other.number, isSettled)).state).toBe('PAID');
      bought.push(other.number);
    }
    return bought;
  })();
  const rebuilt = (async () => {
    for (const model of MODELS) await ops.rebuild(model);
  })().finally(() => {
    building = false;
  });
  const [bought] = await Promise.all([meanwhile, rebuilt]);
  expect(bought.length).toBeGreaterThan(0);
  expect(await seen()).toEqual(before);
});
