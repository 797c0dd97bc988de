import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const conditions = ['source'];
/** Vite would take graphql's module build for our files while libraries get its main one: two realms that disown each other. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const shared = { resolve: { conditions, alias }, ssr: { resolve: { conditions } } };

/** For what is polled until it is so: the second that vitest gives is little on a machine that does other things too. */
const expectations = { poll: { timeout: 20_000 } };

/** Two also where there are two cores: much of the time somebody waits, or one file takes as long as all others. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Two projects: `unit` is pure and quick, `integration` talks to real engines started once per run. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: [
            '{libs,services,apps,infra}/*/src/**/*.test.{ts,tsx}',
            'e2e/{bench,drill,nemesis,proof}/**/*.test.ts',
          ],
          exclude: ['**/*.int.test.ts', '**/node_modules/**', '**/dist/**'],
          // Pure code keeps nothing that a next file could meet, so one worker may load it once for all of them.
          isolate: false,
          maxWorkers,
          expect: expectations,
          // Properties try thousands of cases, also while the machine has other things to do.
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['{libs,services,apps,infra}/*/src/**/*.int.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['infra/engines/src/vitest-setup.ts'],
          // Each file brings databases, prefixes and processes of its own; to load all the code for each takes minutes.
          isolate: false,
          maxWorkers,
          sequence: { groupOrder: 1 },
          expect: expectations,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
