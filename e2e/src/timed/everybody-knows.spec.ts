import { expect, test } from 'vitest';
import { newShopper, operator, placed } from '../support/scenario.js';

const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 2 }];

test('within three seconds of paying, every part of the company knows', async () => {
  const ops = await operator();
  const shopper = await newShopper('customer');
  const before = await ops.stock('TEA-TRN-3-MIX');
  const { number, total } = await placed(LINES, shopper);
  expect((await ops.stock('TEA-TRN-3-MIX')).onHand).toBe(before.onHand);

  const started = performance.now();
  await shopper.pay(number, 'tok_ok');
  const order = await shopper.until(number, ({ settled }) => settled, 3_000);
  expect(performance.now() - started).toBeLessThan(3_000);

  const after = await ops.stock('TEA-TRN-3-MIX');
  expect(after.onHand).toBe(before.onHand - 2);
  expect(after.sold).toBe(before.sold + 2);
  expect(order.shipment?.state).toBe('CREATED');
  expect(order.pointsEarned).toBe(Math.floor(total / 100));
  const journals = await ops.journals(number);
  const sale = journals.find((journal) => journal.kind === 'sale');
  expect(sale?.entries).toContainEqual({ account: 'customer-deposits', amount: total });
  expect(journals.flatMap((j) => j.entries).reduce((sum, entry) => sum + entry.amount, 0)).toBe(0);
});
