import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import { hold, loseAnswer } from '../browser/hold.js';
import {
  addToBasket,
  chooseCard,
  goToPayment,
  orderNumber,
  payButton,
  shopperOf,
  type TestCard,
} from '../browser/storefront.js';
import { operator } from '../support/scenario.js';

async function payWith(page: Page, card: TestCard): Promise<void> {
  await page.goto('/products/offcut-boards');
  await addToBasket(page);
  await goToPayment(page);
  await chooseCard(page, card);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

test('while the bank is asked, the page may be reloaded and left, and it is still paid once', async ({
  visit,
}) => {
  const page = await visit();
  await payWith(page, 'Slow, 8 seconds');
  await payButton(page).click();
  await heading(page, 'We are asking your bank').waitFor();
  const number = await orderNumber(page);

  await page.reload();
  await heading(page, 'We are asking your bank').waitFor();
  await page.getByText('Please do not pay again.').waitFor();
  await page.goBack();
  await page.getByText('There is nothing to check out').waitFor();
  await page.goForward();
  await heading(page, 'It is yours').waitFor({ timeout: 15_000 });
  expect(await (await shopperOf(page)).orders()).toEqual([number]);
  expect(await (await operator()).attempts(number)).toEqual(['CAPTURED']);
});

test('a payment that a reload cut off is sent again with its key', async ({ visit }) => {
  const page = await visit();
  await payWith(page, 'Success');
  const letPay = await hold(page, 'mutation PayOrder');
  const first = page.waitForRequest(isPayOrder);
  await payButton(page).click();
  const key = (await first).headers()['idempotency-key'];
  const number = await orderNumber(page);
  const second = page.waitForRequest(isPayOrder);
  await page.reload();
  expect((await second).headers()['idempotency-key']).toBe(key);
  letPay();
  await heading(page, 'It is yours').waitFor();
  expect(await (await operator()).attempts(number)).toEqual(['CAPTURED']);
});

test('an order whose answer a reload cut off is found again', async ({ visit }) => {
  const page = await visit();
  await payWith(page, 'Success');
  const placed = loseAnswer(page, 'mutation PlaceOrder');
  await payButton(page).click();
  await placed;
  await page.reload();
  await heading(page, 'Waiting for your payment').waitFor();
  expect(await (await shopperOf(page)).orders()).toEqual([await orderNumber(page)]);
});

const isPayOrder = (request: Request) => (request.postData() ?? '').includes('mutation PayOrder');
