import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getuid, platform } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EnginePlace, EnginePlan } from '../engine.js';
import { secretIn } from '../process/secret-file.js';
import { findPostgres } from './find-postgres.js';
import { dataFolder, initDatabase } from './init-database.js';
import { makePostgresHome } from './postgres-home.js';
import { postgresArguments } from './postgres-settings.js';

/** Postgres refuses to run as root; this is `nobody`, who owns nothing else. */
const UNPRIVILEGED = 65_534;

/** Finds PostgreSQL and makes its database files; commits survive a SIGKILL and a power cut. */
export async function planPostgres(
  place: EnginePlace,
  overrides?: Readonly<Record<string, string>>,
): Promise<EnginePlan> {
  const found = findPostgres();
  const major = Number.parseInt(found.version, 10);
  const uid = getuid?.() === 0 ? UNPRIVILEGED : undefined;
  const home =
    found.kind === 'package'
      ? makePostgresHome(found.native, place.dir, uid)
      : { bin: found.bin, temporary: undefined };
  const data = join(place.dir, String(major));
  const env = { ...place.env, LC_ALL: 'C', TZ: 'UTC' };
  const password = secretIn(join(place.dir, 'password'));
  try {
    await initDatabase({ bin: home.bin, data, password, uid, env });
  } catch (error) {
    if (home.temporary) rmSync(home.temporary, { recursive: true, force: true });
    throw error;
  }
  return {
    kind: 'original',
    version: found.version.replace(/-.*/, ''),
    url: `postgres://postgres:${password}@127.0.0.1:${place.port}/postgres`,
    process: {
      name: 'postgres',
      rank: 'engine',
      command: join(home.bin, 'postgres'),
      args: [...dataFolder(data, uid), '-p', String(place.port), ...postgresArguments(major, overrides)],
      env,
      cwd: data,
      uid,
      logFile: place.logFile,
      // The fast shutdown: connections are closed, the data is written out.
      stopSignal: 'SIGINT',
      stopWithinMs: 5_000,
      // The immediate shutdown takes the server's other processes along, which SIGKILL would leave behind for a while.
      forceSignal: 'SIGQUIT',
      prepare: async () => {
        removeForeignLock(data);
        await waitForOrphans(data);
      },
      isReady: async ({ pid }) => acceptsConnections(data, pid),
    },
    temporary: home.temporary,
  };
}

/** Postgres writes its own state into this file: line 1 its process number, line 8 `ready`. */
function acceptsConnections(data: string, pid: number): boolean {
  const lines = lockLines(data);
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

/**
 * After a crash of the machine the lock may name a process that is somebody else's by now, and Postgres would
 * refuse to start. It stays when its process runs a postgres.
 */
function removeForeignLock(data: string): void {
  const pid = lockLines(data)[0];
  if (pid === undefined || platform !== 'linux') return;
  try {
    if (readlinkSync(`/proc/${pid}/exe`).includes('postgres')) return;
  } catch {
    // No such process: Postgres finds that out itself, and checks its shared memory besides.
    return;
  }
  rmSync(join(data, 'postmaster.pid'));
}

/** After a SIGKILL the server's other processes finish what they are at, and hold its memory until then. */
async function waitForOrphans(data: string): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until && runsIn(realpathSync(data)); ) await sleep(50);
}

function runsIn(folder: string): boolean {
  if (platform !== 'linux') return false;
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      // Ended since the folder was listed, or somebody else's.
      return false;
    }
  });
}

function lockLines(data: string): string[] {
  const path = join(data, 'postmaster.pid');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
}
