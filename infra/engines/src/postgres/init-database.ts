import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { explainOutput, StartProblem } from '../start-problem.js';

export interface NewDatabase {
  readonly bin: string;
  /** Where the data will be; the folder above it exists. */
  readonly data: string;
  readonly password: string;
  readonly uid: number | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Names the data folder, which is the working directory of the program too. A program that runs as another user
 * may not walk the folders above it; the link that each process has to its own working directory needs no walk.
 */
export function dataFolder(data: string, uid: number | undefined): string[] {
  return ['-D', uid === undefined ? data : '/proc/self/cwd'];
}

/** Creates the database files unless they are there. An interrupted attempt leaves nothing behind that counts. */
export async function initDatabase(database: NewDatabase): Promise<void> {
  if (existsSync(join(database.data, 'PG_VERSION'))) return;
  const draft = `${database.data}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'data'), { recursive: true, mode: 0o700 });
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, `${database.password}\n`, { mode: 0o600 });
  if (database.uid !== undefined)
    for (const path of [draft, passwordFile, join(draft, 'data')])
      chownSync(path, database.uid, database.uid);
  chmodSync(draft, 0o700);
  const args = [
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    '--pwfile=../password',
    '--encoding=UTF8',
    '--locale=C',
  ];
  // One round is enough: the password is 256 random bits, and each of many connections pays for the rounds.
  args.push('-c', 'scram_iterations=1');
  const data = join(draft, 'data');
  const child = spawn(join(database.bin, 'initdb'), [...dataFolder(data, database.uid), ...args], {
    cwd: data,
    uid: database.uid,
    gid: database.uid,
    env: database.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [words] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0)
    throw new StartProblem(
      explainOutput(words, database.data) ?? `PostgreSQL could not make its database files: ${words.trim()}`,
    );
  renameSync(join(draft, 'data'), database.data);
  rmSync(draft, { recursive: true, force: true });
}
