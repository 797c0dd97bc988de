import { newId, systemClock } from '@evenkeel/kernel';
import { connectBus, FaultInjected, type NatsConnection } from '@evenkeel/messaging';
import { countingMeter, eventually, throwAwayBroker } from '@evenkeel/testing';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createLog } from '../log.js';
import { FaultRefused, faultController } from './fault-controller.js';
import { type FaultWorkshop, openFaults, skewedClock } from './faults.js';

const bus = await throwAwayBroker();
const open: NatsConnection[] = [];
const connect = async (name: string) => {
  const nats = await connectBus(bus.url, name);
  open.push(nats);
  return nats;
};

/** The faults of a process of that name. */
async function processOf(service: string) {
  const instance = `${service}-${newId()}`;
  const meter = countingMeter();
  const clock = skewedClock(systemClock);
  const log = createLog({ service, instance, level: 'silent' });
  const nats = await connect(instance);
  const faults = openFaults({ nats, log, meter, service, instance }, clock);
  await nats.flush();
  return { faults, meter, clock };
}
const controller = async () => faultController(await connect('controller'));

afterEach(async () => {
  await (await controller()).clear();
  await Promise.all(open.splice(0).map((nats) => nats.close()));
});
afterAll(() => bus.stop());

test('an error that was set is thrown where it was set for, and there alone, and is told of', async () => {
  const [order, finance, desk] = await Promise.all([processOf('order'), processOf('finance'), controller()]);
  const set = await desk.set({ fault: 'lane.mid-batch', at: 'order', effect: 'error' });
  expect([order.faults.armed, finance.faults.armed]).toEqual([true, false]);
  expect(finance.meter.gauged('faults_active')).toBe(1);
  await order.faults.cross('lane.under-lock');
  await expect(order.faults.cross('lane.mid-batch')).rejects.toThrow(FaultInjected);
  await order.faults.cross('lane.mid-batch');
  expect(await desk.list()).toMatchObject([{ id: set.id, fired: 1 }]);
  expect(order.meter.counted('faults_fired_total')).toBe(1);
  expect(order.faults.armed).toBe(false);
});

test('a delay holds up the one who crosses', async () => {
  const [order, desk] = await Promise.all([processOf('order'), controller()]);
  await desk.set({ fault: 'relay.before-publish', effect: 'delay', ms: 120 });
  const begun = performance.now();
  await order.faults.cross('relay.before-publish');
  expect(performance.now() - begun).toBeGreaterThan(100);
});

test('what is to happen twice happens twice, also when the process starts anew in between', async () => {
  const [order, desk] = await Promise.all([processOf('order'), controller()]);
  await processOf('finance');
  await desk.set({ fault: 'lane.mid-batch', at: 'order', effect: 'error', count: 2 });
  await expect(order.faults.cross('lane.mid-batch')).rejects.toThrow(FaultInjected);
  const next = await processOf('order');
  await eventually(() => expect(next.faults.armed).toBe(true));
  await expect(next.faults.cross('lane.mid-batch')).rejects.toThrow(FaultInjected);
  await next.faults.cross('lane.mid-batch');
});

test('that a fault took effect is told until somebody hears it', async () => {
  const [order, desk] = await Promise.all([processOf('order'), controller()]);
  const set = await desk.set({ fault: 'lane.mid-batch', at: 'order', effect: 'error' });
  await expect(order.faults.cross('lane.mid-batch')).rejects.toThrow(FaultInjected);
  // As processes come back one after the other when their broker was restarted.
  const heard: string[] = [];
  const late = await connect('late');
  late.subscribe('faults.fired', {
    callback(_, message) {
      heard.push(message.json<{ id: string }>().id);
      if (heard.length === 3) message.respond();
    },
  });
  await eventually(() => expect(heard).toEqual([set.id, set.id, set.id]));
});

test('a clock goes wrong, and right again when that is cleared', async () => {
  const [order, desk] = await Promise.all([processOf('order'), controller()]);
  const set = await desk.set({ fault: 'clock.skew', at: 'order', ms: 5_400_000 });
  expect(order.clock.now() - Date.now()).toBeGreaterThan(5_399_000);
  expect(await desk.clear(set.id)).toMatchObject([{ id: set.id, fired: 1 }]);
  await eventually(() => expect(Math.abs(order.clock.now() - Date.now())).toBeLessThan(1_000));
});

test('a fault ends by itself', async () => {
  const [order, desk] = await Promise.all([processOf('order'), controller()]);
  await desk.set({ fault: 'clock.skew', at: 'order', ms: 5_400_000, seconds: 1 });
  expect(order.meter.gauged('faults_active')).toBe(1);
  await eventually(() => expect(order.meter.gauged('faults_active')).toBe(0));
  expect(Math.abs(order.clock.now() - Date.now())).toBeLessThan(1_000);
  expect(await desk.list()).toEqual([]);
});

test('who has the means makes a fault, and says why it cannot', async () => {
  const [payment, desk] = await Promise.all([processOf('payment'), controller()]);
  await expect(desk.set({ fault: 'bank.declined' })).rejects.toThrow(/through the payment service/);
  const made: string[][] = [];
  const workshop: FaultWorkshop = {
    by: 'bank',
    make(faults) {
      if (faults.some(({ fault }) => fault === 'bank.slow')) throw new Error('The bank is closed');
      made.push(faults.map(({ fault }) => fault));
      return Promise.resolve();
    },
  };
  payment.faults.offer(workshop);
  await desk.set({ fault: 'bank.declined' });
  expect(made.at(-1)).toEqual(['bank.declined']);
  await expect(desk.set({ fault: 'bank.slow' })).rejects.toThrow('The bank is closed');
  await desk.clear();
  await eventually(() => expect(made.at(-1)).toEqual([]));
});

test.each([
  [{ fault: 'lane.mid-batch', at: 'nobody' }, /No process called nobody answers/],
  [{ fault: 'clock.skew', at: 'order' }, /needs ms/],
  [{ fault: 'process.pause', ms: 100 }, /needs at/],
  [{ fault: 'lane.mid-batch', effect: 'delay' }, /delay needs ms/],
  [{ fault: 'lane.mid-batch', seconds: 100_000 }, /seconds/],
] as const)('%j is refused with what it needs', async (wanted, why) => {
  const [order, desk] = await Promise.all([processOf('order'), controller()]);
  const refused = desk.set(wanted);
  await expect(refused).rejects.toThrow(FaultRefused);
  await expect(refused).rejects.toThrow(why);
  expect(order.faults.armed).toBe(false);
});
