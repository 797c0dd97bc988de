import type { Page } from 'playwright-core';

/** Keeps a mutation of this tab at the door until the answer is called, which says when that was. */
export async function hold(page: Page, mutation: string): Promise<() => number> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes(`mutation ${mutation}`)) await opened;
    await route.continue();
  });
  return () => {
    open();
    return performance.now();
  };
}
