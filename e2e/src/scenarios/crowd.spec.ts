import { expect, test } from 'vitest';
import { operator, shop } from '../support/scenario.js';
import { Shopper } from '../support/shopper.js';

const SKU = 'TEA-TRN-3-SEA';
const UNITS = 20;
const BUYERS = 200;

test('200 buyers and 20 units: exactly 20 are reserved, 180 are told politely', async () => {
  const ops = await operator();
  await ops.setAvailable(SKU, UNITS);
  const before = await ops.stock(SKU);
  const shoppers = await Promise.all(Array.from({ length: BUYERS }, () => Shopper.guest(shop().gateway)));
  const [first] = shoppers;
  if (!first) throw new Error('Nobody came');
  const lines = [{ sku: SKU, quantity: 1 }];
  const total = await first.priceOf(lines);
  const outcomes = await Promise.all(shoppers.map((shopper) => shopper.place(lines, { total })));

  const won = outcomes.filter((outcome) => outcome.__typename === 'OrderPlaced');
  const lost = outcomes.filter((outcome) => outcome.__typename === 'SoldOut');
  expect([won.length, lost.length]).toEqual([UNITS, BUYERS - UNITS]);
  expect(lost.every((outcome) => outcome.lines?.[0]?.available === 0)).toBe(true);
  const after = await ops.stock(SKU);
  expect(after.available).toBe(0);
  expect(after.reserved).toBe(before.reserved + UNITS);
  expect(after.onHand).toBe(before.onHand);
});
