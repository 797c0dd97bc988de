import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import {
  addToBasket,
  chooseCard,
  goToPayment,
  isUntouched,
  orderNumber,
  payButton,
  shopperOf,
} from '../browser/storefront.js';
import { freeze } from '../support/freeze.js';
import { operator, placed } from '../support/scenario.js';

/** A part of a page that failed tries again by itself after twelve seconds. */
const TRIES_AGAIN_WITHIN_MS = 15_000;
/** The shop waits for a part of it for five seconds, and a page may ask twice before it says so. */
const GIVES_UP_WITHIN_MS = 20_000;
/** The first order of a process that has just started takes the longest. */
const FIRST_ORDER_WITHIN_MS = 20_000;
const LINES = [{ sku: 'KIT-OFC-2', quantity: 1 }];

test('without the read models an order says so, the shop stays open, and the page comes back by itself', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto('/');
  await page.getByRole('link', { name: 'Basket' }).waitFor();
  const { shopper, number } = await placed(LINES, await shopperOf(page));
  await shopper.pay(number, 'tok_ok');
  await shopper.until(number, ({ settled }) => settled);

  const revive = await freeze('views');
  await page.goto(`/orders/${number}`);
  const alert = page.getByRole('alert');
  await alert.getByText('The order is not answering').waitFor({ timeout: GIVES_UP_WITHIN_MS });
  await alert.getByText('What was decided stays decided. We try again in a few seconds.').waitFor();
  const other = await page.context().newPage();
  await other.goto('/cart');
  await other.getByText('Nothing in it yet').waitFor();

  await page.evaluate('window.untouched = true');
  await revive();
  await page.getByText('Paid once').waitFor({ timeout: TRIES_AGAIN_WITHIN_MS });
  expect(await isUntouched(page)).toBe(true);
});

test('without the order service the shopper is told to press again, and pressing again is one order', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto('/products/offcut-boards');
  await addToBasket(page);
  await goToPayment(page);
  await chooseCard(page, 'Success');
  const revive = await freeze('order');
  await payButton(page).click();
  const alert = page.getByRole('alert');
  await alert.getByText('We did not hear back. Press again').waitFor({ timeout: GIVES_UP_WITHIN_MS });
  await revive();
  await payButton(page).click();
  await page.getByRole('heading', { name: 'It is yours' }).waitFor({ timeout: FIRST_ORDER_WITHIN_MS });
  const number = await orderNumber(page);
  expect(await (await shopperOf(page)).orders()).toEqual([number]);
  expect(await (await operator()).attempts(number)).toEqual(['CAPTURED']);
});
