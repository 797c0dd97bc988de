import { defineConfig } from 'vitest/config';

/**
 * Scenarios and journeys run against whole systems as they were built; most share one, so they run one after another.
 * What is timed stands by itself, for `npm test` to run with nothing beside it.
 */
export default defineConfig({
  test: {
    include: ['src/{scenarios,journeys,timed}/**/*.spec.ts'],
    globalSetup: ['src/support/global-setup.ts'],
    fileParallelism: false,
    // What is polled until it is so: many processes are at work on two cores.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
