import { defineConfig } from 'vitest/config';

/** Systems of their own that are broken in every way there is: minutes each, so they are run by themselves. */
export default defineConfig({
  test: {
    include: ['src/breaking/**/*.spec.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
