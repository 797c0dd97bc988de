import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { reserveFreePort, reservePort } from './ports.js';

test('a reserved port is nobody else’s until it is released', async () => {
  const first = await reserveFreePort();
  expect(await reservePort(first.port)).toBeUndefined();
  const other = await reserveFreePort(first.port);
  expect(other.port).not.toBe(first.port);
  await Promise.all([first.release(), other.release()]);
  const again = await reservePort(first.port);
  expect(again?.port).toBe(first.port);
  await again?.release();
});

test('a visitor who comes too early does not hold the port', async () => {
  const reserved = await reserveFreePort();
  const visitor = connect(reserved.port, '127.0.0.1').on('error', () => undefined);
  await once(visitor, 'connect');
  await reserved.release();
  const server = createServer().listen(reserved.port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  visitor.destroy();
});
