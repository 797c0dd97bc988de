import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import { findBarriers } from '../browser/find-barriers.js';
import { addToBasket, goToPayment, payButton, shopperOf, signUp } from '../browser/storefront.js';
import { placed } from '../support/scenario.js';

const BOARDS = 'KIT-OFC-2';

/** Everything has arrived: there is a title, and nothing is waited for. */
function isComplete(page: Page) {
  return page.waitForFunction(
    () => document.querySelector('main h1') && !document.querySelector('[data-waiting], [aria-busy=true]'),
  );
}

async function barriersOn(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  const barriers: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await isComplete(page);
    barriers.push(...(await findBarriers(page)));
  }
  return barriers;
}

test.for(['en-US', 'zh-CN'])(
  'no page in %s has a barrier, with or without an account',
  { timeout: 120_000 },
  async (locale, { visit }) => {
    const guest = await visit({ locale });
    const page = await visit({ locale });
    await signUp(page);
    const { shopper, number } = await placed([{ sku: BOARDS, quantity: 1 }], await shopperOf(page));
    await shopper.pay(number, 'tok_ok');
    await shopper.until(number, ({ settled }) => settled);
    const unpaid = await placed([{ sku: BOARDS, quantity: 1 }], shopper);
    await shopper.putInCart(BOARDS, 1);

    const [asGuest, asCustomer] = await Promise.all([
      barriersOn(guest, [
        '/',
        '/shop',
        '/shop?q=nothing',
        '/products/tidewater-table-lamp',
        '/cart',
        '/orders',
        '/wallet',
        '/sign-in',
        '/help',
        '/nowhere',
      ]),
      barriersOn(page, [
        `/orders/${unpaid.number}/processing`,
        '/cart',
        '/checkout',
        '/orders',
        `/orders/${number}`,
        `/orders/${number}/confirmed`,
        '/wallet',
        '/account',
        '/favourites',
      ]),
    ]);
    expect([...asGuest, ...asCustomer]).toEqual([]);
  },
);

test('what opens on a page has no barrier either', async ({ visit }) => {
  const page = await visit();
  await page.goto('/products/offcut-boards');
  await addToBasket(page);
  const drawer = await findBarriers(page);
  await goToPayment(page);
  await payButton(page).click();
  await page.getByText('A digit is missing or mistyped').waitFor();
  const form = await findBarriers(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/shop');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('dialog').waitFor();
  expect([...drawer, ...form, ...(await findBarriers(page))]).toEqual([]);
});
