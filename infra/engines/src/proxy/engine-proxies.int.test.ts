import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DisturbanceKind } from './disturbance.js';
import { type EngineProxies, startEngineProxies } from './engine-proxies.js';

const url = process.env.DATABASE_URL ?? '';
const postgres = { name: 'postgres', kind: 'yours', version: '', url } as const;
let proxies: EngineProxies;
let client: pg.Client;

beforeAll(async () => {
  proxies = await startEngineProxies([postgres]);
});
afterAll(() => proxies.close());

/** What is disturbed from now to the end of the test, or before. */
function disturb(kind: DisturbanceKind, ms = 0) {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  proxies.byEngine
    .get('postgres')
    ?.disturb({ kind, ms, probability: 1, until: over.signal, fired: () => undefined });
  return () => over.abort();
}

async function connected(): Promise<pg.Client> {
  client = new pg.Client({ connectionString: proxies.addresses.DATABASE_URL });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end().catch(() => undefined));
  return client;
}

test('a query of Postgres takes as much longer as the latency says', async () => {
  const client = await connected();
  disturb('latency', 200);
  const asked = performance.now();
  expect((await client.query('select 42 as answer')).rows).toEqual([{ answer: 42 }]);
  expect(performance.now() - asked).toBeGreaterThan(195);
});

test('a reset in the middle of its answer is an error of the connection', async () => {
  const client = await connected();
  disturb('reset');
  await expect(client.query('select repeat($1, 100000)', ['x'])).rejects.toThrow(/ECONNRESET|terminated/);
});

test('a query hangs in a black hole, has been carried out, and answers when that is lifted', async () => {
  const client = await connected();
  const straight = new pg.Client({ connectionString: url });
  await straight.connect();
  onTestFinished(() => straight.end());
  await straight.query('create temp table unused (x int)');
  const lift = disturb('black-hole');
  let answered = false;
  const asked = client.query("select pg_advisory_lock(4711), 'done' as word").then(({ rows }) => {
    answered = true;
    return rows as { word: string }[];
  });
  const held = async () =>
    (
      await straight.query(
        "select count(*)::int as n from pg_locks where locktype = 'advisory' and objid = 4711",
      )
    ).rows[0] as { n: number };
  await expect.poll(held).toEqual({ n: 1 });
  expect(answered).toBe(false);
  lift();
  expect(await asked).toMatchObject([{ word: 'done' }]);
});

test('bytes of an answer that come slowly are the same bytes', async () => {
  const client = await connected();
  disturb('slow-bytes', 1);
  const { rows } = await client.query("select repeat('0123456789', 200) as text");
  expect(rows).toEqual([{ text: '0123456789'.repeat(200) }]);
});

test('an address of several servers is refused with the way out', async () => {
  const several = { name: 'nats', kind: 'yours', version: '', url: 'nats://a:1,nats://b:2' } as const;
  await expect(startEngineProxies([several])).rejects.toThrow('NATS_URL names more than one server');
});
