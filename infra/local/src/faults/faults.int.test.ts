import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@evenkeel/kernel';
import { connectBus, type NatsConnection } from '@evenkeel/messaging';
import { type FaultController, faultController, openFaults, skewedClock } from '@evenkeel/runtime/faults';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSystem } from '../start-system.js';
import type { RunningSystem } from '../system.js';
import { fixtureServices, makeFixtureHouse } from '../testing/fixture-house.js';

const { DATABASE_URL: _, NATS_URL: __, ...env } = process.env;
let root = '';
let system: RunningSystem;
let nats: NatsConnection;
let faults: FaultController;

const start = (folder: string, faultProxies: boolean) =>
  startSystem({
    root,
    dataDir: join(root, folder),
    port: 0,
    only: ['nats'],
    services: fixtureServices,
    env,
    faultProxies,
  });
const brokerOf = ({ engines }: RunningSystem) => connectBus(engines[0]?.url ?? '', 'test');

beforeAll(async () => {
  root = await makeFixtureHouse(fixtureServices);
  system = await start('.data', true);
  nats = await brokerOf(system);
  faults = faultController(nats);
  joinAsService(nats);
});

afterAll(async () => {
  await nats.close();
  await system.stop();
  await rm(root, { recursive: true });
});

/** A process of the house that makes no such faults and remembers all of them. */
function joinAsService(bus: NatsConnection): void {
  const nothing = () => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const meter = { count: nothing, observe: nothing, gauge: nothing };
  openFaults({ nats: bus, log, meter, service: 'order', instance: 'order-1' }, skewedClock(systemClock));
}

/** How the kernel calls what a process is at: `T` when it was stopped. */
const stateOf = (pid: number | undefined) =>
  /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

const firedOf = async (id: string) => (await faults.list()).find((fault) => fault.id === id)?.fired;

test('a process is killed as often as asked for, and comes back in between', async () => {
  const numbers = new Set([system.pidOf('order')]);
  const { id } = await faults.set({ fault: 'process.kill', at: 'order', count: 3 });
  const look = async () => {
    numbers.add(system.pidOf('order'));
    return firedOf(id);
  };
  await expect.poll(look, { timeout: 20_000, interval: 20 }).toBe(3);
  await system.waitUntilReady('order');
  numbers.delete(undefined);
  expect(numbers.size).toBeGreaterThanOrEqual(3);
  await faults.clear(id);
});

test('a process that stands still goes on when its time has passed', async () => {
  const pid = system.pidOf('order');
  const { id } = await faults.set({ fault: 'process.pause', at: 'order', ms: 300 });
  expect(stateOf(pid)).toBe('T');
  await expect.poll(() => stateOf(pid)).not.toBe('T');
  expect(system.pidOf('order')).toBe(pid);
  expect(await firedOf(id)).toBe(1);
});

test('a fault that is cleared is undone at once, and one that nobody clears when its seconds are over', async () => {
  const pid = system.pidOf('order');
  const { id } = await faults.set({ fault: 'process.pause', at: 'order', ms: 60_000 });
  expect(stateOf(pid)).toBe('T');
  await faults.clear(id);
  expect(stateOf(pid)).not.toBe('T');
  await faults.set({ fault: 'process.pause', at: 'order', ms: 60_000, seconds: 1 });
  expect(stateOf(pid)).toBe('T');
  await expect.poll(() => stateOf(pid), { timeout: 5_000 }).not.toBe('T');
});

test('a broker that stands still is let go without a word from the bus', async () => {
  const pid = system.pidOf('nats');
  await faults.set({ fault: 'process.pause', at: 'nats', ms: 60_000, seconds: 2 });
  await expect.poll(() => stateOf(pid)).toBe('T');
  await expect.poll(() => stateOf(pid), { timeout: 5_000 }).not.toBe('T');
  expect(system.pidOf('nats')).toBe(pid);
});

test('a broker that is wiped comes back without what it had stored, and the launcher hears of faults again', async () => {
  const manager = await nats.jetstreamManager();
  await manager.streams.add({ name: 'LOST', subjects: ['lost'] });
  const { id } = await faults.set({ fault: 'broker.wipe' });
  await expect.poll(() => firedOf(id), { timeout: 15_000 }).toBe(1);
  await system.waitUntilReady('nats');
  await expect(manager.streams.info('LOST')).rejects.toThrow('stream not found');
});

test('what cannot be made is refused with the reason', async () => {
  const set = (wanted: Parameters<typeof faults.set>[0]) => faults.set(wanted);
  await expect(set({ fault: 'process.kill', at: 'ordre' })).rejects.toThrow(
    'No process here is called ordre; there are nats, order, deaf, gateway',
  );
  await expect(set({ fault: 'process.pause', at: 'order', ms: -1 })).rejects.toThrow('above zero');
  await expect(set({ fault: 'process.kill', at: 'order', runId: 'r' })).rejects.toThrow('leave runId out');
  await expect(set({ fault: 'network.reset', at: 'redis' })).rejects.toThrow('there are nats');
  expect((await faults.list()).filter(({ at, fired }) => at === 'ordre' || fired === 0)).toEqual([]);
});

test('processes reach an engine through a proxy that can be told to be slow', async () => {
  const address = await (await fetch(system.healthUrl('order'))).text();
  const through = await connectBus(address, 'test');
  const { id } = await faults.set({ fault: 'network.latency', at: 'nats', ms: 400 });
  await expect.poll(() => through.rtt(), { interval: 10 }).toBeGreaterThan(395);
  expect(await nats.rtt()).toBeLessThan(395);
  expect(await firedOf(id)).toBeGreaterThan(0);
  await faults.clear(id);
  expect(await through.rtt()).toBeLessThan(395);
  await through.close();
});

test('connections break as often as asked for', async () => {
  const address = await (await fetch(system.healthUrl('order'))).text();
  const { id } = await faults.set({ fault: 'network.reset', at: 'nats', count: 2 });
  const through = await connectBus(address, 'test');
  await expect.poll(async () => [await through.rtt(), await firedOf(id)][1], { timeout: 10_000 }).toBe(2);
  await through.close();
});

test('without proxies nothing is done to the network, and a launcher that stops leaves no process standing still', async () => {
  const second = await start('.other', false);
  const bus = await brokerOf(second);
  const { set } = faultController(bus);
  await expect(set({ fault: 'network.reset', at: 'nats' })).rejects.toThrow('start with FAULT_PROXIES=1');
  const pid = second.pidOf('deaf');
  await set({ fault: 'process.pause', at: 'deaf', ms: 60_000 });
  expect(stateOf(pid)).toBe('T');
  await bus.close();
  await second.stop();
  expect(existsSync(`/proc/${pid}`)).toBe(false);
});
