import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDataDir, removeDataDir, type StandIn, startStandIn } from './stand-in.js';

let dir: string;
let server: StandIn;

beforeEach(async () => {
  dir = await makeDataDir();
  server = await startStandIn(dir, { WATCHDOG_FD: '3' });
});
afterEach(async () => {
  await server.stop();
  await removeDataDir(dir);
});

it('ends well on SIGTERM, also with clients connected', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  expect(await server.stop('SIGTERM')).toBe(0);
});

it('ends when the pipe to its launcher does', async () => {
  const exited = once(server.child, 'exit');
  (server.child.stdio[3] as Writable).destroy();
  expect(await exited).toEqual([0, null]);
});

it('listens on the loopback address only', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
  for (const { address } of others) {
    const socket = connect(Number(new URL(server.url).port), address);
    await expect(once(socket, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }
});

it('says what is wrong with its surroundings', async () => {
  const { port } = new URL(server.url);
  const other = await makeDataDir();
  await expect(startStandIn(other, { PORT: port })).rejects.toThrow('EADDRINUSE');
  await expect(startStandIn(other, { PORT: 'x' })).rejects.toThrow('set PORT to a whole number');
  await expect(startStandIn('')).rejects.toThrow('set DATA_DIR');
  await removeDataDir(other);
});

it('closes a connection that does not speak the protocol, and serves the others', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\n\r\n');
  await once(socket, 'close');
  expect(server.said()).toContain('does not speak the protocol');
  expect(server.child.exitCode).toBeNull();
});
