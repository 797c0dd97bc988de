import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSystem } from './start-system.js';
import type { RunningSystem } from './system.js';
import { fixture, fixtureServices, makeFixtureHouse } from './testing/fixture-house.js';

let root = '';
let system: RunningSystem;
const events: string[] = [];
const only = ['postgres', 'nats'] as const;

beforeAll(async () => {
  root = await makeFixtureHouse([...fixtureServices, fixture('broken')]);
  system = await startSystem({
    root,
    dataDir: join(root, '.data'),
    port: 0,
    only,
    services: fixtureServices,
    report: (event) => events.push('name' in event ? `${event.name} ${event.type}` : event.text),
  });
});

afterAll(async () => {
  await system.stop();
  await rm(root, { recursive: true });
});

test('a process that dies is started again under another number', async () => {
  const before = system.pidOf('order');
  system.kill('order', 'SIGKILL');
  await expect.poll(() => system.pidOf('order') ?? before).not.toBe(before);
  await system.waitUntilReady('order');
  expect(events).toContain('order died');
});

test('one folder of data has one launcher', async () => {
  const second = startSystem({
    root,
    dataDir: join(root, '.data'),
    port: 0,
    only,
    services: fixtureServices,
  });
  await expect(second).rejects.toThrow(/already running on .*stop that one first/);
});

test('a public port that is taken is said in one sentence that names the way out', async () => {
  const port = Number(new URL(system.addresses.gateway).port);
  const held = createServer().listen(port, '127.0.0.1');
  const second = startSystem({
    root,
    dataDir: join(root, '.other'),
    port,
    only,
    services: [fixture('order')],
  });
  await expect(second).rejects.toThrow(
    `Port ${port} is taken by another program: stop that program, or choose`,
  );
  held.close();
});

test('a process that cannot start ends the start with the last words of its log', async () => {
  const dataDir = join(root, '.broken');
  const start = startSystem({ root, dataDir, port: 0, only, services: [fixture('broken')] });
  await expect(start).rejects.toThrow(/broken kept ending[\s\S]*broken on purpose/);
});

test('a process that was not built is said so', async () => {
  const start = startSystem({
    root,
    dataDir: join(root, '.unbuilt'),
    port: 0,
    only,
    services: [fixture('nobody')],
  });
  await expect(start).rejects.toThrow('services/nobody is not built');
});
