import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '@evenkeel/engines';

/** Held by the one launcher that may use a data folder. */
export interface DataFolderLock {
  release(): void;
}

/** A process: its number and when it was born, since numbers are used again. */
interface ProcessMark {
  readonly pid: number;
  readonly born: string;
}

interface LockContent {
  readonly launcher: ProcessMark;
  /** Still cleaning up for a while when the launcher was killed. */
  readonly watchdog: ProcessMark;
}

/** In the data folder. */
export const LOCK_FILE = 'launcher.json';
const CLEAN_UP_MS = 15_000;

/**
 * Takes the data folder for this process, or fails with a `StartProblem` that names the launcher that has it.
 * What a killed launcher left is taken over, after its watchdog has ended the processes below it.
 */
export async function lockDataFolder(
  dataDir: string,
  watchdogPid: number | undefined,
): Promise<DataFolderLock> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, LOCK_FILE);
  const mine: LockContent = { launcher: mark(process.pid), watchdog: mark(watchdogPid ?? 0) };
  const draft = `${path}.${process.pid}.${watchdogPid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    while (!tryLink(draft, path)) await clear(path, dataDir);
  } finally {
    rmSync(draft, { force: true });
  }
  return { release: () => rmSync(path, { force: true }) };
}

/** A link is made at once and whole, or not at all. */
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function clear(path: string, dataDir: string): Promise<void> {
  if (!existsSync(path)) return;
  const held = JSON.parse(readFileSync(path, 'utf8')) as LockContent;
  if (lives(held.launcher))
    throw new StartProblem(
      `Evenkeel is already running on ${dataDir} (process ${held.launcher.pid}): stop that one first, or give this one a folder and ports of its own with EVENKEEL_DATA=… PORT=…`,
    );
  const until = Date.now() + CLEAN_UP_MS;
  while (lives(held.watchdog)) {
    if (Date.now() > until)
      throw new StartProblem(
        `The processes of an Evenkeel that was killed do not end; end process ${held.watchdog.pid} and those it watches, then start again.`,
      );
    await sleep(50);
  }
  rmSync(path, { force: true });
}

function mark(pid: number): ProcessMark {
  return { pid, born: birthOf(pid) ?? '' };
}

function lives({ pid, born }: ProcessMark): boolean {
  return birthOf(pid) === born;
}

/** When the process was started, in whatever words the system has for it; undefined when there is no such process. */
function birthOf(pid: number): string | undefined {
  try {
    if (platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the program's name, which may hold anything, in brackets: state is field 3, the start field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    // No file, or `ps` ends with 1: there is no such process.
    return undefined;
  }
}
