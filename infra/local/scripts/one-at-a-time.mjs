import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 200;

/** Runs the work while no other process does it in this clone: two installs or builds would tear each other's files. */
export async function oneAtATime(root, work) {
  const lock = join(
    tmpdir(),
    `evenkeel-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`,
  );
  for (let told = false; !take(lock); told = true) {
    if (!told) console.log('  waiting for another Evenkeel in this folder to install and build …');
    await sleep(LOOK_MS);
  }
  // Also when the process ends in the middle of the work; what a kill leaves is taken over.
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isLeft(lock)) clear(lock);
    return false;
  }
}

/** Removes what a killed process left; only one at a time, or the second would remove what the first then took. */
function clear(lock) {
  const turn = `${lock}.clear`;
  try {
    mkdirSync(turn);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return;
  }
  if (isLeft(lock)) rmSync(lock);
  rmdirSync(turn);
}

/** True when the process that wrote its number into the lock is not there any more. */
function isLeft(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Empty: somebody is just about to write.
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    // Anything else than "no such process": released meanwhile, or of another user.
    return error.code === 'ESRCH';
  }
}
