import { defineConfig } from 'vitest/config';

/** Scenarios run against one whole system, built and started once; they share it, so they run one after another. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['src/scenarios/**/*.spec.ts'],
    globalSetup: ['src/support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
