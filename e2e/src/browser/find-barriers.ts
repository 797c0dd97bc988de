import axe from 'axe-core';
import type { Page } from 'playwright-core';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;
const THEMES = ['light', 'dark'] as const;
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ALL: axe.RunOptions = { runOnly: STANDARD, resultTypes: ['violations'] };
/** All that another light can break. */
const COLOURS: axe.RunOptions = { runOnly: ['color-contrast'], resultTypes: ['violations'] };

/**
 * What of WCAG 2.2 A and AA the open page breaks, on a desk and on a phone: every rule at each size by day, the
 * colours by evening too.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const barriers: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await shine(page, theme);
      const found = await check(page, theme === 'light' ? ALL : COLOURS);
      barriers.push(...found.map((words) => `${page.url()} at ${size.width} px, ${theme}: ${words}`));
    }
  }
  return barriers;
}

function shine(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  return page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

async function check(page: Page, options: axe.RunOptions): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    (how) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, how),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}, ${node.html}`));
}
