import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineNames } from '../engine.js';
import { type RunningEngines, startEngines } from '../engines.js';
import { startWatchdog } from '../process/watchdog.js';
import { describeYours, withoutSecret } from './describe-yours.js';

const watchdog = startWatchdog();
let dataDir = '';
let yours: RunningEngines;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-yours-'));
  // The run's own engines, whose addresses the environment of every test holds.
  yours = await startEngines({ dataDir, env: process.env, watchdog });
});

afterAll(async () => {
  await yours.stop();
  await watchdog.close();
  await rm(dataDir, { recursive: true });
});

test('servers whose addresses are given are used as they are, and say their versions', () => {
  expect(yours.engines.map(({ name, kind }) => [name, kind])).toEqual(
    engineNames.map((name) => [name, 'yours']),
  );
  for (const { version } of yours.engines) expect(version).toMatch(/^\d+\.\d+/);
  expect(yours.processes).toEqual([]);
});

test('what the stand-ins are said to answer as is what they answer', async () => {
  const { DATABASE_URL, NATS_URL, REDIS_URL } = process.env;
  const env = { PATH: process.env.PATH, DATABASE_URL, NATS_URL, REDIS_URL };
  const ours = await startEngines({ dataDir, env, watchdog });
  for (const { name, version, url } of ours.engines.filter(({ kind }) => kind === 'stand-in')) {
    const { version: answered } = await describeYours(name, url);
    expect(version).toContain(` ${answered}`);
  }
  await ours.stop();
});

test('an address where nothing answers is named, without its password, together with what to do', async () => {
  const start = describeYours('postgres', 'postgres://me:secret@127.0.0.1:1/x');
  await expect(start).rejects.toThrow(
    /^DATABASE_URL points to postgres:\/\/127\.0\.0\.1:1\/x, which.*ECONNREFUSED/,
  );
  for (const name of engineNames) {
    const scheme = {
      postgres: 'postgres',
      nats: 'nats',
      redis: 'redis',
      mongo: 'mongodb',
      elasticsearch: 'http',
    }[name];
    await expect(describeYours(name, `${scheme}://127.0.0.1:1`)).rejects.toThrow(
      'start that server, correct the address',
    );
  }
}, 30_000);

test('no password reaches a screen', () => {
  expect(withoutSecret('redis://:secret@host:1')).toBe('redis://host:1');
  expect(withoutSecret('nats://host:1')).toBe('nats://host:1');
});
