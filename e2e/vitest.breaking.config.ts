import { defineConfig } from 'vitest/config';

/** Systems of their own that are broken in every way there is: minutes each, so they are run by themselves. */
export default defineConfig({
  test: {
    include: ['src/breaking/**/*.spec.ts'],
    fileParallelism: false,
    // What is polled until it is so: many processes are at work on two cores.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
});
