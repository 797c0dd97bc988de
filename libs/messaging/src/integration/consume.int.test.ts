import { type AnyMessage, customerRegistered, type DeadLetter } from '@evenkeel/contracts';
import { type CustomerId, newId } from '@evenkeel/kernel';
import { handles } from '@evenkeel/messaging';
import { eventually, type ServiceInstance } from '@evenkeel/testing';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { arrive, followed, greeted, greeting, namesOf, POISON, registered } from './greetings.js';
import { IDENTITY, openStage } from './stage.js';

const stage = await openStage();
const publisher = await stage.publisher();
const { nats } = publisher.house;
const jsm = await nats.jetstreamManager();
const { db } = stage.heard;
let consumer: ServiceInstance | undefined;

const start = async (more?: Parameters<typeof stage.consumer>[0]) => {
  consumer = await stage.consumer(more);
  return consumer.house.meter;
};

beforeEach(() => db.query({ text: 'truncate greetings, dead_letters, message_tries' }));
afterEach(async () => {
  await consumer?.stop();
});
afterAll(() => stage.close());

const say = (...names: string[]) => publisher.messaging.tell(arrive, { names });
const allGreeted = (names: readonly string[]) =>
  eventually(async () => expect(await greeted(db)).toEqual(names), { withinMs: 15_000 });
const nothingWaits = () =>
  eventually(async () => {
    const { num_ack_pending, num_pending } = await jsm.consumers.info(IDENTITY, followed.durable);
    expect({ num_ack_pending, num_pending }).toEqual({ num_ack_pending: 0, num_pending: 0 });
  });
const deadLetters = () =>
  db.query<Omit<DeadLetter, 'id' | 'payload' | 'at'>>({
    text: 'select durable, type, error, tries from dead_letters',
  });

/** Publishes as it stands, past the checks of the outbox. */
const publishRaw = (events: unknown, type: Pick<AnyMessage, 'type'> = customerRegistered) =>
  nats
    .jetstream()
    .publish(`events.${type.type}`, typeof events === 'string' ? events : JSON.stringify(events));

const event = (name: string, id: string = newId()) => ({
  id,
  type: customerRegistered.type,
  version: 1,
  occurredAt: '2026-01-01T00:00:00.000Z',
  aggregateId: name,
  aggregateVersion: 1,
  correlationId: newId(),
  causationId: null,
  traceparent: null,
  data: registered(name, newId<CustomerId>()),
});

test('a batch is one transaction, whatever number of events and messages it holds', async () => {
  const names = namesOf('batch', 150);
  for (let at = 0; at < names.length; at += 50) await say(...names.slice(at, at + 50));
  const meter = await start({ linger: { thinMs: 300, thickMs: 300, maxBatch: 500 } });
  await allGreeted(names);
  const rows = await db.query<{ transactions: number }>({
    text: 'select count(distinct xmin::text)::int as transactions from greetings',
  });
  expect(rows).toEqual([{ transactions: 1 }]);
  expect(meter.counted('transactions_total')).toBe(1);
  await nothingWaits();
});

test('a poisoned event ends in the dead letters with its error, and its neighbours in one message flow', async () => {
  const names = namesOf('neighbour', 20);
  const meter = await start();
  const begun = performance.now();
  await say(...names.slice(0, 10), POISON, ...names.slice(10));
  await allGreeted(names);
  // Not acknowledged before it is buried.
  expect(await deadLetters()).toEqual([]);
  expect((await jsm.consumers.info(IDENTITY, followed.durable)).num_ack_pending).toBe(1);
  await say('behind');
  await allGreeted(['behind', ...names]);
  await eventually(async () => expect(await deadLetters()).toHaveLength(1), { withinMs: 20_000 });
  // Each try waits longer than the one before: 400, 800, 1 600 and 3 200 ms, give or take a quarter.
  expect(performance.now() - begun).toBeGreaterThan(4_500);
  expect(await deadLetters()).toEqual([
    {
      durable: followed.durable,
      type: customerRegistered.type,
      error: 'Nobody can be called that',
      tries: 5,
    },
  ]);
  await nothingWaits();
  expect(await greeted(db)).toEqual(['behind', ...names]);
  expect(meter.counted('dead_letters_total')).toBe(1);
  expect(meter.counted('lane_isolated_total')).toBeGreaterThan(0);
});

test('what cannot be read is buried at once, and its neighbours in one message flow', async () => {
  await start();
  await publishRaw([event('before'), { ...event('no-data'), data: {} }, 'no envelope', event('behind')]);
  await publishRaw('[not JSON');
  await publishRaw({ ...event('no-array') });
  await publishRaw([{ ...event('of-tomorrow'), version: 2 }]);
  await allGreeted(['before', 'behind']);
  await eventually(async () => expect(await deadLetters()).toHaveLength(5));
  const letters = await deadLetters();
  expect(new Set(letters.map(({ type }) => type))).toEqual(new Set(['unreadable']));
  expect(letters.map(({ error }) => error)).toContain(
    'identity.customer-registered version 2 is newer than 1',
  );
  await nothingWaits();
});

test('an event that cannot be buried is not acknowledged', async () => {
  await db.query({ text: 'alter table dead_letters rename to elsewhere' });
  await start();
  await publishRaw(['no envelope']);
  await eventually(() =>
    expect(consumer?.house.lines.map(({ message }) => message)).toContain('Could not write a dead letter'),
  );
  expect((await jsm.consumers.info(IDENTITY, followed.durable)).num_ack_pending).toBe(1);
  await db.query({ text: 'alter table elsewhere rename to dead_letters' });
  await eventually(async () => expect(await deadLetters()).toHaveLength(1), { withinMs: 10_000 });
  await nothingWaits();
});

test.each([
  ['a deadlock', '40P01'],
  ['a moved version', '40001'],
  ['a server that goes down', '57P01'],
])(
  '%s is no fault of the event: the batch is tried again, more often than a poisoned one, and not counted',
  async (_, code) => {
    let failures = 6;
    const troubled = handles([customerRegistered], async (items, work) => {
      if (failures > 0) {
        failures -= 1;
        await work.query({ text: `do $$ begin raise exception 'trouble' using errcode = '${code}'; end $$` });
      }
      await greeting.handle(items, work);
    });
    const meter = await start({ handlers: [troubled] });
    await say('a', 'b');
    await allGreeted(['a', 'b']);
    expect(meter.counted('lane_retries_total', { kind: 'transient' })).toBe(6);
    expect(await db.query({ text: 'select * from message_tries' })).toEqual([]);
    expect(await deadLetters()).toEqual([]);
  },
);

test('a repeated event is done once: inside a message, inside a batch, in a later batch', async () => {
  const meter = await start({ linger: { thinMs: 200 } });
  const [one, two] = [event('one'), event('two')];
  await publishRaw([one, one, two]);
  await publishRaw([two]);
  await allGreeted(['one', 'two']);
  await publishRaw([one, event('three'), two]);
  await allGreeted(['one', 'three', 'two']);
  await nothingWaits();
  expect(meter.counted('inbox_absorbed_total')).toBe(4);
  expect(await greeted(db)).toEqual(['one', 'three', 'two']);
});

test('what a process committed and did not acknowledge before it died is absorbed by the next one', async () => {
  let died = false;
  const dying = handles([customerRegistered], async (items, work) => {
    await greeting.handle(items, work);
    work.afterCommit(() => {
      died = true;
      void consumer?.house.nats.close();
    });
  });
  await start({ handlers: [dying] });
  await say('a', 'b');
  await eventually(() => expect(died).toBe(true));
  await consumer?.stop();
  expect((await jsm.consumers.info(IDENTITY, followed.durable)).num_ack_pending).toBe(1);
  const meter = await start();
  await eventually(() => expect(meter.counted('redelivered_total')).toBe(1), { withinMs: 20_000 });
  await nothingWaits();
  expect(await greeted(db)).toEqual(['a', 'b']);
  expect(meter.counted('inbox_absorbed_total')).toBe(2);
});
