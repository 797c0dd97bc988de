import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHealth } from './health.js';

const health = createHealth(new Registry());
let base = '';

beforeAll(async () => {
  health.server.listen(0, '127.0.0.1');
  await once(health.server, 'listening');
  base = `http://127.0.0.1:${(health.server.address() as AddressInfo).port}`;
});

afterAll(() => void health.server.close());

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(base + path);
  return { status: answer.status, body: await answer.json() };
}

test('it lives from the beginning and is ready when it says so', async () => {
  expect(await ask('/healthz')).toEqual({ status: 200, body: { alive: true } });
  expect((await ask('/readyz')).status).toBe(503);
  health.setReady(true);
  expect(await ask('/readyz')).toEqual({ status: 200, body: { ready: true, failing: {} } });
});

test('it says which part cannot work, also of one that does not answer', async () => {
  health.setReady(true);
  let fails = true;
  health.check('sound', () => Promise.resolve());
  health.check('broken', () => (fails ? Promise.reject(new Error('gone')) : Promise.resolve()));
  health.check('silent', () => (fails ? new Promise(() => undefined) : Promise.resolve()));
  expect(await ask('/readyz')).toEqual({
    status: 503,
    body: { ready: false, failing: { broken: 'gone', silent: 'No answer within 1500 ms' } },
  });
  expect((await ask('/healthz')).status).toBe(200);
  fails = false;
  expect((await ask('/readyz')).status).toBe(200);
});

test('it is not ready any more once it stops', async () => {
  health.setReady(true);
  health.setReady(false);
  expect((await ask('/readyz')).status).toBe(503);
});

test('nothing else is served at the inner door', async () => {
  expect((await ask('/')).status).toBe(404);
});
