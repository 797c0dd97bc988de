import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCK_FILE, lockDataFolder } from './data-folder-lock.js';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'evenkeel-lock-'));
});
afterAll(() => rm(dir, { recursive: true }));

test('of many who want a folder at once, one gets it', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => lockDataFolder(dir, index + 1)),
  );
  const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(taken).toHaveLength(1);
  taken[0]?.release();
});

test('a lock whose number belongs to another process by now is no lock', async () => {
  const stranger = { pid: process.pid, born: 'long ago' };
  await writeFile(join(dir, LOCK_FILE), JSON.stringify({ launcher: stranger, watchdog: stranger }));
  const lock = await lockDataFolder(dir, undefined);
  lock.release();
});

test('a folder that is still being cleaned up after a kill is waited for', async () => {
  // Reads until its input ends, so it is the test that says when the cleaning is over.
  const cleaning = spawn('cat');
  const other = join(dir, 'other');
  await lockDataFolder(other, cleaning.pid);
  const written = await readFile(join(other, LOCK_FILE), 'utf8');
  await writeFile(join(dir, LOCK_FILE), written.replace(`"pid":${process.pid}`, '"pid":0'));
  const happened: string[] = [];
  const lock = lockDataFolder(dir, undefined).then(() => happened.push('locked'));
  // Who does not wait has it before anything else gets its turn.
  await setImmediate();
  happened.push('cleaned');
  cleaning.stdin.end();
  await lock;
  expect(happened).toEqual(['cleaned', 'locked']);
});
