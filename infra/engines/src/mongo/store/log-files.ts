import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a data folder. Generation N begins with `snapshot-N`, all documents at one moment (generation 0 begins
 * empty), and goes on with `log-N`, the changes since. A snapshot being written is called `snapshot-N.tmp`.
 */
export interface LogFiles {
  dir: string;
  /** The newest whole snapshot, or 0. */
  base: number;
  /** Logs to read after it, oldest first. */
  logs: number[];
}

export const snapshotPath = (dir: string, generation: number) => join(dir, `snapshot-${generation}`);
export const logPath = (dir: string, generation: number) => join(dir, `log-${generation}`);

/** Looks at a data folder, making it if need be. */
export function listLogFiles(dir: string): LogFiles {
  mkdirSync(dir, { recursive: true });
  const found = (kind: string) =>
    readdirSync(dir)
      .map((name) => new RegExp(`^${kind}-(\\d+)$`).exec(name)?.[1])
      .filter((generation) => generation !== undefined)
      .map(Number)
      .sort((a, b) => a - b);
  const base = found('snapshot').at(-1) ?? 0;
  return { dir, base, logs: found('log').filter((generation) => generation >= base) };
}

/** Removes what a newer snapshot has made useless, and snapshots that were not finished. */
export function removeOldFiles(dir: string, base: number): void {
  for (const name of readdirSync(dir)) {
    const generation = /^(?:snapshot|log)-(\d+)(\.tmp)?$/.exec(name);
    if (generation === null) continue;
    if (Number(generation[1]) < base || generation[2] !== undefined) rmSync(join(dir, name));
  }
}
