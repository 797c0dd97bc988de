import type { Page } from 'playwright-core';

/** Counts what a page hears of presses on its submit buttons, whatever it makes of them. */
export async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    addEventListener(
      'click',
      ({ target }) => {
        if (!(target instanceof Element && target.closest('[type=submit]'))) return;
        const { dataset } = document.documentElement;
        dataset.presses = String(Number(dataset.presses ?? 0) + 1);
      },
      true,
    );
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.presses ?? 0));
}
