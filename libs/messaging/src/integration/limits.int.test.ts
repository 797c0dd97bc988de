import { subscriptions } from '@evenkeel/contracts';
import { watchStreams } from '@evenkeel/messaging';
import { eventually, fakeHouse } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { ensureDurable } from '../stream/durable.js';
import { declaredStreams } from '../stream/streams.js';
import { arrive, followed, greeted, namesOf } from './greetings.js';
import { IDENTITY, namesIn, openStage } from './stage.js';

const stage = await openStage();
const publisher = await stage.publisher();
const { nats } = publisher.house;
const jsm = await nats.jetstreamManager();

afterAll(() => stage.close());

test('every stream of the registry is there, bounded by age and bytes, and refuses rather than forgets', async () => {
  for (const { name } of declaredStreams()) {
    const { config } = await jsm.streams.info(name);
    expect(config).toMatchObject({ retention: 'limits', max_age: 24 * 3_600 * 1e9 });
    expect(config.max_bytes).toBeGreaterThan(0);
    // What is announced to open pages is of no use to anybody once it is old.
    expect(config.discard).toBe(name === 'EVENTS_VIEWS' ? 'old' : 'new');
  }
});

test('a stream that was made with other limits gets those of today', async () => {
  await jsm.streams.update(IDENTITY, { max_bytes: 10_000, max_age: 3_600 * 1e9 });
  const other = await stage.publisher();
  const { config } = await jsm.streams.info(IDENTITY);
  expect(config.max_bytes).toBeGreaterThan(10_000);
  expect(config.max_age).toBe(24 * 3_600 * 1e9);
  await other.stop();
});

test('a durable is delivered from the beginning, for ever, without a back-off', async () => {
  const consumer = await stage.consumer();
  const config = await eventually(async () => (await jsm.consumers.info(IDENTITY, followed.durable)).config);
  expect(config).toMatchObject({ deliver_policy: 'all', ack_policy: 'explicit', max_deliver: -1 });
  expect(config.backoff).toBeUndefined();
  expect(config.filter_subject).toBe('events.identity.customer-registered');
  await consumer.stop();
  const several = await stage.consumer({ subscriptions: [subscriptions.order.inventory], handlers: [] });
  const { durable } = subscriptions.order.inventory;
  const wanted = await eventually(async () => (await jsm.consumers.info('EVENTS_INVENTORY', durable)).config);
  expect(wanted.filter_subjects).toHaveLength(5);
  await several.stop();
});

/** Publishes until the broker refuses, and returns everybody who registered. */
async function fill(prefix: string): Promise<string[]> {
  await jsm.streams.update(IDENTITY, { max_bytes: 4_000 });
  const names = namesOf(prefix, 20);
  const refused = publisher.house.meter.counted('outbox_publish_failed_total');
  for (const name of names) await publisher.messaging.tell(arrive, { names: [name] });
  await eventually(() =>
    expect(publisher.house.meter.counted('outbox_publish_failed_total')).toBeGreaterThan(refused),
  );
  return names;
}

/** Looks once as the owner of the stream does again and again, and returns what was logged. */
async function watched(): Promise<string[]> {
  const house = await fakeHouse('identity', { natsUrl: stage.broker.url });
  await watchStreams(house);
  await eventually(() => expect(house.meter.gauged('stream_fill_ratio')).toBeDefined());
  await house.stop();
  return house.lines.map(({ level, message }) => `${level}: ${message}`);
}

const ALARM = 'error: A stream is almost full and will refuse messages; see why its readers do not keep up';
const ROOM = 'warn: A stream was almost full; what everybody has taken was removed early';

test('a stream with room is left alone', async () => {
  expect(await watched()).toEqual([]);
});

test('an almost full stream raises the alarm, and what a full one refused is published when there is room', async () => {
  const names = await fill('refused');
  expect(await watched()).toEqual([ALARM]);
  expect(await namesIn(nats)).not.toEqual(expect.arrayContaining(names));
  await jsm.streams.update(IDENTITY, { max_bytes: 1_000_000 });
  await eventually(async () => expect(await namesIn(nats)).toEqual(expect.arrayContaining(names)));
});

test('what everybody has taken makes room before anything is refused for long', async () => {
  const { order, cart, views } = subscriptions;
  const consumer = await stage.consumer();
  for (const follower of [order.guests, cart.guests, views.identity]) {
    await ensureDurable({ nats, jsm }, follower);
  }
  const names = await fill('taken');
  const seen = new Set<string>();
  await eventually(
    async () => {
      for (const line of await watched()) seen.add(line);
      expect(await greeted(stage.heard.db)).toEqual(expect.arrayContaining(names));
    },
    { withinMs: 20_000 },
  );
  expect([...seen]).toContain(ROOM);
  await consumer.stop();
});
