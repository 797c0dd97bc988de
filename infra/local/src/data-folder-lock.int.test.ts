import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const cleaning = spawn('sleep', ['0.5']);
  const other = join(dir, 'other');
  await lockDataFolder(other, cleaning.pid);
  const written = await readFile(join(other, LOCK_FILE), 'utf8');
  await writeFile(join(dir, LOCK_FILE), written.replace(`"pid":${process.pid}`, '"pid":0'));
  const ended = once(cleaning, 'exit').then(() => 'cleaned');
  const lock = lockDataFolder(dir, undefined).then(() => 'locked');
  expect(await Promise.race([ended, lock])).toBe('cleaned');
  expect(await lock).toBe('locked');
});
