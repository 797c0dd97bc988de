import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '..', 'scripts', 'check-platform.mjs');

/** Runs the check in a Node that believes `pretence`; what it prints and how it ends. */
function checkWhere(pretence: string): { said: string; code: number | null } {
  const pretend = `data:text/javascript,${encodeURIComponent(pretence)}`;
  const { stderr, status } = spawnSync(execPath, ['--import', pretend, script], { encoding: 'utf8' });
  return { said: stderr.trim(), code: status };
}

test('this machine may start it', () => {
  expect(checkWhere('')).toEqual({ said: '', code: 0 });
});

test('a Node that is too old gets one sentence that says what to do', () => {
  const { said, code } = checkWhere("Object.defineProperty(process.versions, 'node', { value: '20.18.3' })");
  expect(said).toMatch(/^Evenkeel needs Node 20\.19 or later and this is v.*: install a newer one from .*$/);
  expect(code).toBe(1);
});

test('an unsupported platform gets one sentence that says what to do', () => {
  const { said, code } = checkWhere("Object.defineProperty(process, 'platform', { value: 'win32' })");
  expect(said).toMatch(
    /^Evenkeel starts by itself on Linux and macOS, and this is win32: use WSL .*docker compose up`\.$/,
  );
  expect(code).toBe(1);
});
