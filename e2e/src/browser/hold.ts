import type { Page } from 'playwright-core';

/**
 * Keeps an operation of this tab (`mutation PayOrder`) at the door until the answer is called, which says when that
 * was.
 */
export async function hold(page: Page, operation: string): Promise<() => number> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes(operation)) await opened;
    await route.continue();
  });
  return () => {
    open();
    return performance.now();
  };
}

/** Lets an operation of this tab through once, and its answer never arrive; resolves when the shop has answered. */
export function loseAnswer(page: Page, operation: string): Promise<void> {
  return new Promise((resolve) => {
    let lost = false;
    void page.route('**/graphql', async (route) => {
      if (lost || !route.request().postData()?.includes(operation)) return route.fallback();
      lost = true;
      await route.fetch();
      resolve();
    });
  });
}
