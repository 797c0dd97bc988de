import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import { everybodyKnows } from '../browser/everybody-knows.js';
import { hold } from '../browser/hold.js';
import {
  addToBasket,
  chooseCard,
  find,
  goToPayment,
  orderNumber,
  payButton,
  signIn,
  watchOrder,
} from '../browser/storefront.js';
import { operator } from '../support/scenario.js';

const GAIWAN = 'TEA-PLW-150';
const CALENDAR = 'PAP-ALM-2027';
const BLANKET = 'OUT-WBK-200';

test('a guest finds and buys two products, and within three seconds of paying everybody knows', async ({
  visit,
}) => {
  const ops = await operator();
  const stock = await ops.shelve(
    new Map([
      [GAIWAN, 1],
      [CALENDAR, 5],
    ]),
  );
  const page = await visit();
  await find(page, 'gaiwan', 'Plainwater gaiwan, 150 ml');
  await addToBasket(page);
  await find(page, 'calendar', 'Almanac desk calendar 2027');
  await addToBasket(page);
  await goToPayment(page);
  await chooseCard(page, 'Success');

  const letPay = await hold(page, 'mutation PayOrder');
  await payButton(page).click();
  const number = await orderNumber(page);
  const watching = await watchOrder(page, number);
  await everybodyKnows({ watching, number, ops, stock, at: letPay() });
  await page.getByRole('heading', { name: 'It is yours' }).waitFor();
});

test('a demo shopper buys with points and a coupon, and earns points with what is left to pay', async ({
  visit,
}) => {
  const ops = await operator();
  const stock = await ops.shelve(new Map([[BLANKET, 4]]));
  const page = await visit();
  await signIn(page, 'Owen Hartley');
  await find(page, 'windbreak', 'Windbreak ground blanket');
  await addToBasket(page);
  await goToPayment(page);
  await page.getByRole('button', { name: 'Use a coupon' }).click();
  await page.getByLabel('Coupon code').fill('STILLWATER');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('complementary').getByText('5% off everything').waitFor();
  await page.getByRole('checkbox', { name: /^Use [\d,]+ of my/ }).check();
  await chooseCard(page, 'Success');

  const letPay = await hold(page, 'mutation PayOrder');
  await payButton(page).click();
  const number = await orderNumber(page);
  const watching = await watchOrder(page, number);
  const bill = await everybodyKnows({ watching, number, ops, stock, at: letPay() });
  expect(bill.coupon).toBe('STILLWATER');
  for (const part of [bill.discount.minor, bill.pointsSpent, bill.pointsToEarn])
    expect(part).toBeGreaterThan(0);
  await watching.getByText(`+${bill.pointsToEarn}`).waitFor();
  await watching.getByRole('link', { name: `Wallet, ${bill.pointsToEarn} points` }).waitFor();
});
