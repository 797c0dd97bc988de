import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'nats';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningEngines, startEngines } from './engines.js';
import { startWatchdog } from './process/watchdog.js';

let dataDir = '';
let running: RunningEngines;
const watchdog = startWatchdog();
const { DATABASE_URL: _, NATS_URL: __, ...env } = process.env;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-engines-'));
  running = await startEngines({ dataDir, env, watchdog, only: ['postgres', 'nats'] });
});

afterAll(async () => {
  await running.stop();
  await watchdog.close();
  await rm(dataDir, { recursive: true });
});

async function killAndWait(name: string): Promise<void> {
  const engine = running.processes.find((process) => process.name === name);
  const before = engine?.pid();
  expect(engine?.kill('SIGKILL')).toBe(true);
  await expect.poll(() => engine?.pid() !== before && engine?.isReady(), { timeout: 15_000 }).toBe(true);
}

async function sql(text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: running.addresses.DATABASE_URL });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

test('a killed Postgres comes back on its port with what was committed', async () => {
  await sql('create table kept as select 42 as answer');
  await killAndWait('postgres');
  expect((await sql('select answer from kept')).rows).toEqual([{ answer: 42 }]);
});

test('Postgres keeps every commit, can prepare transactions and does not compile plans', async () => {
  const settings = ['fsync', 'synchronous_commit', 'max_prepared_transactions', 'jit', 'max_wal_size'];
  const { rows } = await sql(
    settings.map((name) => `select current_setting('${name}') as value`).join(' union all '),
  );
  expect(rows.map((row: { value: string }) => row.value)).toEqual(['on', 'on', '64', 'off', '4GB']);
});

test('a killed NATS comes back on its port with its streams', async () => {
  const before = await connect({ servers: running.addresses.NATS_URL, maxReconnectAttempts: -1 });
  await (await before.jetstreamManager()).streams.add({ name: 'KEPT', subjects: ['kept'] });
  await before.jetstream().publish('kept', 'x');
  await before.close();
  await killAndWait('nats');
  const after = await connect({ servers: running.addresses.NATS_URL });
  const { state } = await (await after.jetstreamManager()).streams.info('KEPT');
  await after.close();
  expect(state.messages).toBe(1);
});

test('nobody enters Postgres without the password', async () => {
  const url = new URL(running.addresses.DATABASE_URL ?? '');
  url.password = 'wrong';
  const client = new pg.Client({ connectionString: url.toString() });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
});
