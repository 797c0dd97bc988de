import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../browser/browser-test.js';

/** What a page looks like before anything is read from the shop. */
const looks = (page: Page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    theme: document.documentElement.dataset.theme,
    paper: getComputedStyle(document.documentElement).backgroundColor,
  }));

test('Chinese and evening are chosen once and kept, in every tab', async ({ visit }) => {
  const page = await visit();
  await page.goto('/products/offcut-boards');
  await page.getByRole('heading', { name: 'Offcut boards, pair' }).waitFor();
  const day = await looks(page);
  expect(day).toMatchObject({ lang: 'en', theme: 'light' });

  await page.getByRole('button', { name: '切换到中文' }).click();
  const title = page.getByRole('heading', { level: 1, name: /\p{Script=Han}/u });
  await title.waitFor();
  await page.getByRole('button', { name: '放进篮子' }).first().waitFor();
  await page.getByRole('radio', { name: '夜晚' }).check();
  const evening = await looks(page);
  expect(evening).toMatchObject({ lang: 'zh-CN', theme: 'dark' });
  expect(evening.paper).not.toBe(day.paper);

  await page.reload();
  await title.waitFor();
  expect(await looks(page)).toEqual(evening);
  const other = await page.context().newPage();
  await other.goto('/');
  await other.getByRole('link', { name: '购物篮' }).waitFor();
  expect(await looks(other)).toEqual(evening);
});

test('a visitor meets the language and the light of their system', async ({ visit }) => {
  const page = await visit({ locale: 'zh-CN', colorScheme: 'dark' });
  await page.goto('/shop');
  await page
    .getByRole('main')
    .getByRole('link', { name: /\p{Script=Han}/u })
    .first()
    .waitFor();
  expect(await looks(page)).toMatchObject({ lang: 'zh-CN', theme: 'dark' });
});
