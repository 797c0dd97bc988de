import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { drain } from './drain.js';

async function open(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  server.keepAliveTimeout = 60_000;
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => promisify(server.close.bind(server))();
  return { server, url, close };
}

test('who is inside is answered, and nobody comes in any more', async () => {
  let answer: () => void = () => undefined;
  const { server, url, close } = await open((_, response) => {
    answer = () => response.end('done');
  });
  const inside = fetch(url);
  await once(server, 'request');
  const closed = drain(server, close, 10_000);
  await expect(fetch(url)).rejects.toThrow();
  answer();
  expect(await (await inside).text()).toBe('done');
  await closed;
});

test('who never ends is cut off', async () => {
  const { server, url, close } = await open(() => undefined);
  const inside = fetch(url);
  const cut = expect(inside).rejects.toThrow();
  await once(server, 'request');
  await drain(server, close, 50);
  await cut;
});
