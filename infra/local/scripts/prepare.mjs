import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { Unready } from './unready.mjs';

export const root = join(import.meta.dirname, '..', '..', '..');

/** Installs and builds what is missing or out of date; ends the process with one sentence when it cannot. */
export async function prepare() {
  try {
    await installIfNeeded(root);
    await buildIfStale(root);
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    console.error(`\n${error.message}\n`);
    process.exit(1);
  }
}
