import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';
import { enter, tabTo } from '../browser/keyboard.js';
import { payButton } from '../browser/storefront.js';

test('a purchase by keyboard alone, from the first page to the order', async ({ visit }) => {
  const page = await visit();
  const main = page.getByRole('main');
  const button = (name: string) => main.getByRole('button', { name });
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });

  await page.goto('/');
  await tabTo(page, page.getByRole('combobox', { name: 'Search the shop' }));
  await page.keyboard.type('boards');
  await page.keyboard.press('Enter');
  await enter(page, main.getByRole('link', { name: 'Offcut boards, pair' }));
  await heading('Offcut boards, pair').waitFor();
  await enter(page, button('Add to basket').first());
  await enter(page, page.getByRole('dialog').getByRole('link', { name: 'Check out' }));

  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type('mara@post.example');
  await page.keyboard.press('Enter');
  await enter(page, button('Fill in an example'));
  await enter(page, button('Continue'));
  await enter(
    page,
    page.getByRole('region', { name: 'Test cards' }).getByRole('button', { name: 'Success' }),
  );
  await enter(page, payButton(page));
  await heading('It is yours').waitFor();
  await enter(page, page.getByRole('link', { name: 'Follow the order' }));
  await heading('Packed, waiting for the carrier').waitFor();
  expect(page.url()).toMatch(/\/orders\/\d+$/);
});
