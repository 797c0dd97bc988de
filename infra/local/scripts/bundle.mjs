// Writes what each process of the house runs, `<dir>/dist/main.js`, from its sources; `build:code` calls it after tsc.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { houseProcesses } from '../dist/processes.js';

const root = join(import.meta.dirname, '..', '..', '..');
/** What several processes use is written here once, and read from the disk's cache by all but the first. */
const shared = join(import.meta.dirname, '..', 'dist', 'shared');

// What CommonJS takes for granted and a module has not.
const banner = `import { createRequire as evenkeelRequire } from 'node:module';
const require = evenkeelRequire(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

rmSync(shared, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: houseProcesses.map(({ dir }) => ({ in: `${dir}/src/main.ts`, out: `${dir}/dist/main` })),
  outdir: root,
  splitting: true,
  chunkNames: `${relative(root, shared)}/[name]-[hash]`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  conditions: ['source'],
  sourcemap: true,
  sourcesContent: false,
  banner: { js: banner },
  external: [
    // Finds its binary beside itself.
    '@node-rs/argon2',
    // Named by Moleculer for transports and serializers that nobody chose, and not installed.
    ...['avsc', 'kafka-node', 'protobufjs', 'thrift'],
  ],
  logLevel: 'warning',
});
