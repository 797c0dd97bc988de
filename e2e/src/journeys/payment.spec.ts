import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import { countPresses } from '../browser/count-presses.js';
import {
  addToBasket,
  chooseCard,
  goToPayment,
  orderNumber,
  payButton,
  shopperOf,
} from '../browser/storefront.js';
import { operator } from '../support/scenario.js';

const BOARDS = 'KIT-OFC-2';

async function atTheTill(page: Page): Promise<void> {
  await page.goto('/products/offcut-boards');
  await addToBasket(page);
  await goToPayment(page);
}

const twice: [string, (button: Locator) => Promise<void>][] = [
  ['with the mouse', (button) => button.dblclick()],
  [
    'before the page can draw',
    (button) =>
      button.evaluate((element: HTMLElement) => {
        element.click();
        element.click();
      }),
  ],
];

test.for(twice)(
  'the pay button pressed twice %s is one order and one charge',
  async ([, press], { visit }) => {
    const ops = await operator();
    const page = await visit();
    await atTheTill(page);
    await chooseCard(page, 'Success');
    const before = await ops.stock(BOARDS);
    const presses = await countPresses(page);
    await press(payButton(page));
    await page.getByRole('heading', { name: 'It is yours' }).waitFor();

    expect(await presses()).toBe(2);
    const shopper = await shopperOf(page);
    const number = await orderNumber(page);
    await shopper.until(number, ({ settled }) => settled);
    expect(await shopper.orders()).toEqual([number]);
    expect(await ops.attempts(number)).toEqual(['CAPTURED']);
    expect((await ops.stock(BOARDS)).sold).toBe(before.sold + 1);
  },
);

test('a declined card leaves everything set aside, and another one pays', async ({ visit }) => {
  const ops = await operator();
  const page = await visit();
  await atTheTill(page);
  await chooseCard(page, 'Declined');
  await payButton(page).click();
  await page.getByRole('heading', { name: 'The bank said no', level: 1 }).waitFor();
  await page.getByText('No money was taken. Your things are still set aside; try another card.').waitFor();
  const travels = page.getByRole('list', { name: 'How the order travels' }).getByRole('listitem');
  await travels.filter({ hasText: 'The bank said no' }).getByText('The bank does not say why.').waitFor();

  await page.getByRole('heading', { name: 'Pay with another card' }).waitFor();
  await chooseCard(page, 'Success');
  await payButton(page).click();
  await page.getByRole('heading', { name: 'It is yours' }).waitFor();
  expect(await ops.attempts(await orderNumber(page))).toEqual(
    expect.arrayContaining(['CAPTURED', 'DECLINED']),
  );
  await page.getByRole('link', { name: 'Follow the order' }).click();
  await page.getByRole('heading', { name: 'Packed, waiting for the carrier' }).waitFor();
  expect((await travels.allTextContents()).join(' ')).toMatch(/The bank said no.*Paid \$/);
});
