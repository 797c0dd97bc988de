import { subscriptions } from '@evenkeel/contracts';
import { watchStreams } from '@evenkeel/messaging';
import { eventually, fakeHouse } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { declaredStreams } from '../stream/streams.js';
import { arrive, followed } from './greetings.js';
import { IDENTITY, namesIn, openStage } from './stage.js';

const stage = await openStage();
const publisher = await stage.publisher();
const jsm = await publisher.house.nats.jetstreamManager();

afterAll(() => stage.close());

test('every stream of the registry is there, bounded by age and bytes, and refuses rather than forgets', async () => {
  for (const { name } of declaredStreams()) {
    const { config } = await jsm.streams.info(name);
    expect(config).toMatchObject({ retention: 'limits', discard: 'new', max_age: 24 * 3_600 * 1e9 });
    expect(config.max_bytes).toBeGreaterThan(0);
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

test('an almost full stream raises the alarm, and what a full one refuses is published when there is room', async () => {
  await jsm.streams.update(IDENTITY, { max_bytes: 4_000 });
  const names: string[] = [];
  for (let at = 0; at < 20; at += 1) {
    names.push(`guest-${at}`);
    await publisher.messaging.tell(arrive, { names: [`guest-${at}`] });
  }
  await eventually(() =>
    expect(publisher.house.meter.counted('outbox_publish_failed_total')).toBeGreaterThan(0),
  );
  const house = await fakeHouse('identity', { natsUrl: stage.broker.url });
  await watchStreams(house);
  await eventually(() =>
    expect(house.lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('almost full') as string }),
    ),
  );
  await house.stop();
  expect(await namesIn(publisher.house.nats)).not.toEqual(names);

  await jsm.streams.update(IDENTITY, { max_bytes: 1_000_000 });
  await eventually(async () => expect((await namesIn(publisher.house.nats)).sort()).toEqual(names.sort()));
});

test('a stream with room raises no alarm', async () => {
  const house = await fakeHouse('identity', { natsUrl: stage.broker.url });
  await watchStreams(house);
  await house.nats.flush();
  expect(house.lines).toEqual([]);
  await house.stop();
});
