import { systemClock } from '@evenkeel/kernel';
import type { JetStreamClient, NatsConnection } from 'nats';
import { expect, test, vi } from 'vitest';
import type { MessagingContext } from '../context.js';
import { NO_FAULTS } from '../faults/fault-points.js';
import type { SentMark } from './outbox-store.js';
import type { OutboxRow } from './pack.js';
import { startRelay } from './relay.js';

const context: MessagingContext = {
  service: 'identity',
  nats: {} as NatsConnection,
  log: { debug() {}, info() {}, warn() {}, error() {} },
  meter: { count() {}, observe() {}, gauge() {} },
  clock: systemClock,
  faults: NO_FAULTS,
  onStop() {},
  readiness() {},
};

const row = (id: string): OutboxRow => ({
  id,
  type: 'identity.customer-registered',
  payload: '[]',
  events: 1,
});

/** A relay in front of a broker that stores everything, under the numbers in which it came. */
function relayInFrontOf(publish: () => Promise<{ seq: number }>) {
  const published = vi.fn(async (..._: unknown[]) => ({ ...(await publish()), stream: 'EVENTS_IDENTITY' }));
  const marks: SentMark[] = [];
  const onSilence = vi.fn();
  const relay = startRelay(context, {
    js: { publish: published } as unknown as JetStreamClient,
    store: { markSent: async (batch) => void marks.push(...batch) },
    streamCreated: () => '2026-01-01T00:00:00.000Z',
    onSilence,
  });
  return { relay, published, marks, onSilence };
}

let seq = 0;
const storing = () => {
  seq += 1;
  return Promise.resolve({ seq });
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('nothing is published while it is not known what the broker still has, and everything after', async () => {
  const { relay, published } = relayInFrontOf(storing);
  relay.gate.close();
  relay.handOver([row('a')]);
  const swept = relay.publish([row('b')]);
  await turn();
  expect(published).not.toHaveBeenCalled();
  relay.gate.open();
  expect(await swept).toBe(0);
  expect(published).toHaveBeenCalledTimes(2);
});

test('what was acknowledged is noted with the stream it was stored in', async () => {
  const { relay, marks } = relayInFrontOf(storing);
  relay.handOver([row('a'), row('b')]);
  await relay.stop();
  expect(marks.map(({ id, stream, streamCreated }) => [id, stream, streamCreated])).toEqual([
    ['a', 'EVENTS_IDENTITY', '2026-01-01T00:00:00.000Z'],
    ['b', 'EVENTS_IDENTITY', '2026-01-01T00:00:00.000Z'],
  ]);
});

test('what the broker did not take is not noted, and its silence is told', async () => {
  const { relay, marks, onSilence } = relayInFrontOf(() => Promise.reject(new Error('503')));
  expect(await relay.publish([row('a'), row('b')])).toBe(2);
  await relay.stop();
  expect(marks).toEqual([]);
  expect(onSilence).toHaveBeenCalledTimes(2);
});

test('a stop does not wait for a broker that is away', async () => {
  const { relay, published } = relayInFrontOf(storing);
  relay.gate.close();
  const swept = relay.publish([row('a')]);
  await relay.stop();
  expect(await swept).toBe(1);
  expect(published).not.toHaveBeenCalled();
});

test('more rows than memory should hold are left to the sweep', async () => {
  const { relay, published } = relayInFrontOf(storing);
  relay.gate.close();
  relay.handOver([row('first')]);
  relay.handOver(Array.from({ length: 5_000 }, (_, at) => row(`${at}`)));
  relay.handOver([row('too many')]);
  relay.gate.open();
  await relay.stop();
  expect(published).toHaveBeenCalledTimes(5_001);
});
