import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { NO_BROWSER } from './find-browser.js';

const ACT_WITHIN_MS = 10_000;
const PICTURES = join(import.meta.dirname, '..', '..', 'test-results');

/**
 * A test with a real browser; skipped where there is none. `visit` is somebody with a profile of their own, whose
 * first tab is still empty. The test also fails when a page threw an error or its content policy stopped something;
 * a failed one leaves a picture of each tab in `e2e/test-results`.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from the pattern
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const found = inject('browser');
    if (!found) return null;
    const { executablePath, args, env } = found;
    const browser = await chromium.launch({
      executablePath,
      args: [...args],
      env: { ...process.env, ...env },
    });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('visit', async ({ browser, skip, task }, { onCleanup }) => {
    if (!browser) return skip(NO_BROWSER);
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    onCleanup(async () => {
      if (task.result?.state === 'fail')
        await takePictures(
          task.name,
          contexts.flatMap((context) => context.pages()),
        );
      await Promise.all(contexts.map((context) => context.close()));
      expect(faults).toEqual([]);
    });
    return async (options?: BrowserContextOptions): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: inject('shop').gateway,
        locale: 'en-US',
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(ACT_WITHIN_MS);
      context.on('weberror', (fault) => faults.push(String(fault.error().stack)));
      context.on('console', (line) => {
        if (line.text().includes('Content Security Policy')) faults.push(line.text());
      });
      return context.newPage();
    };
  });

async function takePictures(name: string, pages: readonly Page[]): Promise<void> {
  const file = name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
  await Promise.all(
    pages.map((page, place) => page.screenshot({ path: join(PICTURES, `${file}-${place + 1}.png`) })),
  );
}
