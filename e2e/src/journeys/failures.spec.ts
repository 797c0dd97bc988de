import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import { isUntouched, shopperOf } from '../browser/storefront.js';
import { freeze } from '../support/freeze.js';
import { placed } from '../support/scenario.js';

/** A part of a page that failed tries again by itself after twelve seconds. */
const TRIES_AGAIN_WITHIN_MS = 15_000;
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
  await alert.getByText('The order is not answering').waitFor();
  await alert.getByText('What was decided stays decided. We try again in a few seconds.').waitFor();
  const other = await page.context().newPage();
  await other.goto('/cart');
  await other.getByText('Nothing in it yet').waitFor();

  await page.evaluate('window.untouched = true');
  await revive();
  await page.getByText('Paid once').waitFor({ timeout: TRIES_AGAIN_WITHIN_MS });
  expect(await isUntouched(page)).toBe(true);
});
