import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import { signIn } from '../browser/storefront.js';
import { metricOf } from '../support/metrics.js';
import { operator, shop } from '../support/scenario.js';

const TABS = 8;
const GAIWAN = 'TEA-PLW-150';
/** Browsers open six connections to one address; a question that waits for one of them waits for ever. */
const ANSWERED_WITHIN_MS = 2_000;

const listeners = () => metricOf(shop().processes.bff, 'feed_listeners');
const stockLine = (page: Page, words: string) => page.getByTestId('stock-line').getByText(words);

test('eight tabs share one live connection, see the same change, and none of them stalls', async ({
  visit,
}) => {
  const ops = await operator();
  await ops.setAvailable(GAIWAN, 5);
  await expect.poll(listeners, { timeout: 10_000 }).toBe(0);
  const first = await visit();
  const tabs = [first];
  while (tabs.length < TABS) tabs.push(await first.context().newPage());
  for (const tab of tabs) await tab.goto('/products/plainwater-gaiwan');
  for (const tab of tabs) await stockLine(tab, '5 left').waitFor();

  await ops.setAvailable(GAIWAN, 2);
  await Promise.all(tabs.map((tab) => stockLine(tab, '2 left').waitFor({ timeout: 3_000 })));
  await expect.poll(listeners, { timeout: 5_000 }).toBe(1);
  const waits = await Promise.all(tabs.map(timeToAnswer));
  expect(Math.max(...waits)).toBeLessThan(ANSWERED_WITHIN_MS);
});

test('signing in and out in one tab is seen in another', async ({ visit }) => {
  const other = await visit();
  await other.goto('/');
  const wallet = other.getByRole('link', { name: /^Wallet,/ });
  await other.getByRole('link', { name: 'Basket' }).waitFor();
  const page = await other.context().newPage();
  await signIn(page, 'Kofi Mensah');
  await wallet.waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await wallet.waitFor({ state: 'detached' });
});

/** How long one small question of this tab takes. */
function timeToAnswer(tab: Page): Promise<number> {
  return tab.evaluate(async () => {
    const began = performance.now();
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { kind } }' }),
    });
    await answer.json();
    return performance.now() - began;
  });
}
