import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { text } from 'node:stream/consumers';
import { type Engine, explainOutput, StartProblem } from '@evenkeel/engines';
import { migrationFolders, migrationsFingerprint } from './migration-folders.js';

export interface MigrationPlace {
  readonly root: string;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly engine: Engine;
  readonly signal: AbortSignal;
}

/**
 * Migrates in a process of its own, whose memory goes with it. Skipped when these very migrations were applied
 * before to our own server, which is remembered beside its data and therefore forgotten with it; a server of
 * yours is always asked.
 */
export async function migrateIfNeeded({ root, dataDir, env, engine, signal }: MigrationPlace): Promise<void> {
  const stamp = join(dataDir, 'postgres', 'migrated');
  if (migrationFolders(root).length === 0) return;
  const fingerprint = migrationsFingerprint(root);
  const isOurs = engine.kind === 'original';
  if (isOurs && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const child = spawn(execPath, [join(import.meta.dirname, 'migrate.js')], {
    env: { ...env, DATABASE_URL: engine.url, EVENKEEL_ROOT: root },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  const [words] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0)
    throw new StartProblem(
      explainOutput(words, dataDir) ?? `The databases could not be brought up to date:\n${words.trim()}`,
    );
  if (isOurs) writeFileSync(stamp, fingerprint);
}
