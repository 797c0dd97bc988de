import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DisturbanceKind } from './disturbance.js';
import { type EngineProxy, startProxy } from './proxy.js';

let server: Server;
let proxy: EngineProxy;
const heard: Buffer[] = [];

/** An engine that says back what it hears, and ends when it is told to. */
beforeEach(async () => {
  heard.length = 0;
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('data', (chunk: Buffer) => heard.push(chunk));
    socket.on('error', () => undefined);
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await startProxy({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
});

afterEach(async () => {
  await proxy.close();
  server.close();
});

function disturb(kind: DisturbanceKind, ms = 0, on = proxy) {
  const over = new AbortController();
  let fired = 0;
  const count = () => void fired++;
  on.disturb({ kind, ms, probability: 1, until: over.signal, fired: count });
  return { lift: () => over.abort(), fired: () => fired };
}

const visit = (): Socket => connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });

async function ask(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

test('without a disturbance forty megabytes come back byte for byte, both ends included', async () => {
  const sent = randomBytes(40 << 20);
  const socket = visit();
  socket.end(sent);
  const back = await buffer(socket);
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(digest(back)).toBe(digest(sent));
});

test('who does not read is not read for: the engine has to wait', async () => {
  const socket = visit();
  const sent = randomBytes(64 << 20);
  socket.pause();
  socket.write(sent);
  const bytes = () => heard.reduce((sum, { length }) => sum + length, 0);
  await expect.poll(bytes).toBeGreaterThan(0);
  let before = -1;
  await expect
    .poll(
      () => {
        const same = before === bytes();
        before = bytes();
        return same;
      },
      { interval: 200 },
    )
    .toBe(true);
  expect(bytes()).toBeLessThan(sent.length / 2);
  socket.destroy();
});

test('an answer is late by the latency, and the line is as it was once that is lifted', async () => {
  const socket = visit();
  const { lift, fired } = disturb('latency', 150);
  const asked = performance.now();
  expect(await ask(socket, 'late')).toBe('late');
  expect(performance.now() - asked).toBeGreaterThan(145);
  expect(fired()).toBe(1);
  lift();
  expect(await ask(socket, 'soon')).toBe('soon');
  expect(fired()).toBe(1);
});

test('many answers under way are each late, not one after the other', async () => {
  const socket = visit();
  disturb('latency', 300);
  const asked = performance.now();
  let back = '';
  socket.on('data', (chunk: Buffer) => {
    back += chunk.toString();
  });
  for (const word of ['a', 'b', 'c', 'd']) {
    socket.write(word);
    await expect.poll(() => Buffer.concat(heard).toString()).toContain(word);
  }
  await expect.poll(() => back, { interval: 5 }).toBe('abcd');
  expect(performance.now() - asked).toBeLessThan(4 * 300);
});

test('jitter changes when answers come and never their order', async () => {
  const socket = visit();
  const { fired } = disturb('jitter', 20);
  const words = Array.from({ length: 30 }, (_, index) => `${index} `);
  const all = buffer(socket);
  for (const word of words) {
    socket.write(word);
    // Alone, so that it is an answer of its own.
    await expect.poll(() => Buffer.concat(heard).toString(), { interval: 1 }).toContain(word);
  }
  socket.end();
  expect((await all).toString()).toBe(words.join(''));
  expect(fired()).toBeGreaterThan(words.length / 2);
});

test('in a black hole the engine hears, nothing comes back, and all of it does once that is lifted', async () => {
  const socket = visit();
  const { lift, fired } = disturb('black-hole');
  let back = '';
  let isOver = false;
  socket.on('data', (chunk: Buffer) => {
    back += chunk.toString();
  });
  socket.on('end', () => {
    isOver = true;
  });
  socket.write('hello');
  await expect.poll(() => Buffer.concat(heard).toString()).toBe('hello');
  socket.end(' and goodbye');
  await expect.poll(fired).toBeGreaterThanOrEqual(2);
  expect({ back, isOver }).toEqual({ back: '', isOver: false });
  lift();
  await expect.poll(() => ({ back, isOver })).toEqual({ back: 'hello and goodbye', isOver: true });
});

test('a reset comes in the middle of an answer', async () => {
  const socket = visit();
  let back = '';
  socket.on('data', (chunk: Buffer) => {
    back += chunk.toString();
  });
  disturb('reset');
  const why = once(socket, 'error');
  socket.write('first half and second half');
  expect(await why).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
  expect(back).toBe('first half an');
});

test('an answer comes a few bytes at a time, and the rest of it at once when that is lifted', async () => {
  const socket = visit();
  const { lift } = disturb('slow-bytes', 50);
  const pieces: string[] = [];
  socket.on('data', (chunk: Buffer) => pieces.push(chunk.toString()));
  socket.write('0123456'.repeat(200));
  await expect.poll(() => pieces.length, { interval: 5 }).toBeGreaterThan(2);
  expect(pieces.slice(0, 2)).toEqual(['0123456', '0123456']);
  lift();
  await expect.poll(() => pieces.join('').length).toBe(1_400);
  expect(pieces.length).toBeLessThan(100);
});

test('a connection that the engine breaks is broken for the client too', async () => {
  const rude = createServer((socket) => socket.resetAndDestroy()).listen(0, '127.0.0.1');
  await once(rude, 'listening');
  const before = await startProxy({ host: '127.0.0.1', port: (rude.address() as AddressInfo).port });
  const socket = connect(before.port, '127.0.0.1');
  expect(await once(socket, 'error')).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
  await before.close();
  rude.close();
});
