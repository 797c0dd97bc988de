import { defineConfig } from 'vitest/config';

/** Scenarios and journeys run against whole systems as they were built; most share one, so they run one after another. */
export default defineConfig({
  test: {
    include: ['src/{scenarios,journeys}/**/*.spec.ts'],
    globalSetup: ['src/support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
