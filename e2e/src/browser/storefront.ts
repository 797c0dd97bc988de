import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { Shopper } from '../support/shopper.js';

/** Opens a product by searching for it, as somebody does who knows what they want. */
export async function find(page: Page, words: string, title: string): Promise<void> {
  await page.goto('/');
  const search = page.getByRole('combobox', { name: 'Search the shop' });
  await search.fill(words);
  await search.press('Enter');
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Puts the product of this page into the basket, and looks at the basket beside it. */
export async function addToBasket(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Add to basket' }).first().click();
  await page.getByRole('dialog').getByRole('link', { name: 'Check out' }).waitFor();
}

export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.waitForURL('**/account');
}

/** Makes an account, in whatever language the page is. */
export async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-in?new=true');
  await page.locator('[name=name]').fill('Mara');
  await page.locator('[name=email]').fill(`${randomUUID()}@shopper.test`);
  await page.locator('[name=password]').fill('a long password');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');
}

/** From anywhere to the card form, with everything before it filled in. */
export async function goToPayment(page: Page): Promise<void> {
  await page.goto('/checkout');
  await page.getByLabel('Email').fill('mara@post.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await payButton(page).waitFor();
}

export type TestCard = 'Success' | 'Declined' | 'Slow, 8 seconds' | 'Callback lost' | 'Charged, then silence';

/** Fills in one of the test cards beside the form. */
export async function chooseCard(page: Page, card: TestCard): Promise<void> {
  await page.getByRole('region', { name: 'Test cards' }).getByRole('button', { name: card }).click();
}

export const payButton = (page: Page) => page.getByRole('button', { name: /^Pay \$/ });

/** The number of the order that this page is about. */
export async function orderNumber(page: Page): Promise<string> {
  await page.waitForURL(/\/orders\/\d+/);
  const [, number] = /\/orders\/(\d+)/.exec(page.url()) ?? [];
  if (!number) throw new Error(`${page.url()} is not the address of an order`);
  return number;
}

/** The same person, asking the shop API with the cookie of their browser. */
export async function shopperOf(page: Page): Promise<Shopper> {
  const { gateway } = inject('shop');
  const cookies = await page.context().cookies(gateway);
  return new Shopper(
    gateway,
    cookies.map(({ name, value }) => [name, value] as const),
  );
}

/** A second tab on the page of an order, as it is before anything changes. */
export async function watchOrder(page: Page, number: string): Promise<Page> {
  const watching = await page.context().newPage();
  await watching.goto(`/orders/${number}`);
  await watching.getByRole('list', { name: 'How the order travels' }).waitFor();
  await watching.evaluate('window.untouched = true');
  return watching;
}

/** Whether the page is still the one that was opened, changed by itself and never loaded again. */
export const isUntouched = (watching: Page) => watching.evaluate<boolean>('window.untouched === true');
