import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureServices, makeFixtureHouse } from './testing/fixture-house.js';

let root = '';
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const command = [
  execPath,
  '--import',
  loader,
  '-C',
  'source',
  join(import.meta.dirname, 'testing', 'fixture-launcher.ts'),
];

beforeAll(async () => {
  root = await makeFixtureHouse(fixtureServices);
  // As in the real one: without `exec` the shell between npm and the launcher would keep the signal to itself.
  const manifest = { name: 'fixture', scripts: { start: `exec ${command.join(' ')}` } };
  await writeFile(join(root, 'package.json'), JSON.stringify(manifest));
});

afterAll(() => rm(root, { recursive: true }));

/** Starts a launcher with its own Postgres and NATS, and waits for its table. */
async function start([program = '', ...args]: readonly string[]): Promise<{
  child: ChildProcess;
  said: () => string;
}> {
  const { DATABASE_URL: _, NATS_URL: __, ...inherited } = process.env;
  // A port that was found free here may be another's by the time that the launcher takes it.
  const env = { ...inherited, FIXTURE_ROOT: root, PORT: '0' };
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await expect
    .poll(() => (child.exitCode === null ? said : `ended: ${said}`), { timeout: 40_000, interval: 50 })
    .toMatch(/Evenkeel is ready|ended: /);
  expect(said).toContain('Evenkeel is ready');
  return { child, said: () => said };
}

/** Processes that run a program of the house or in a folder of it. */
function leftBehind(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(root);
      } catch {
        // Ended since the folder was listed, or somebody else's.
        return false;
      }
    })
    .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
}

test('SIGTERM to npm stops everything in order, even what hears no signal, in less than ten seconds', async () => {
  const { child, said } = await start(['npm', 'start']);
  expect(leftBehind().length).toBeGreaterThan(5);
  const asked = Date.now();
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(said()).toContain('stopped');
  expect(Date.now() - asked).toBeLessThan(10_000);
  expect(leftBehind()).toEqual([]);
}, 60_000);

test('a launcher that was killed leaves nothing behind, not even what stood still, and the next one starts at once', async () => {
  const first = await start(command);
  const [, order] = /order (\d+)/.exec(first.said()) ?? [];
  process.kill(Number(order), 'SIGSTOP');
  first.child.kill('SIGKILL');
  const second = await start(command);
  expect(second.said()).toContain('postgres');
  second.child.kill('SIGKILL');
  await expect.poll(leftBehind, { timeout: 15_000 }).toEqual([]);
}, 90_000);
