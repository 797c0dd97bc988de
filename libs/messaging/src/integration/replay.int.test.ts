import { customerRegistered, subscriptions } from '@evenkeel/contracts';
import { replay, type StreamPlaces, streamPlaces } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { arrive, namesOf } from './greetings.js';
import { IDENTITY, namesIn, openStage } from './stage.js';

const stage = await openStage();
const publisher = await stage.publisher();
const { nats } = publisher.house;
const jsm = await nats.jetstreamManager();
const { customers: followed } = subscriptions.loyalty;
afterAll(() => stage.close());

const NOWHERE: StreamPlaces = new Map();
const say = async (...names: string[]) => {
  await publisher.messaging.tell(arrive, { names });
  await eventually(async () => expect(await namesIn(nats)).toEqual(expect.arrayContaining(names)));
};

/** Everybody whose registration came after a place, and in how many handfuls they were handed over. */
async function replayed(after: StreamPlaces, also: () => Promise<void> = () => Promise.resolve()) {
  const names: string[] = [];
  let handfuls = 0;
  await replay(publisher.house, {
    subscriptions: [followed],
    after,
    async onEvents(events) {
      handfuls += 1;
      names.push(...events.map((event) => customerRegistered.data.parse(event.data).name));
      await also();
    },
  });
  return { names, handfuls };
}

test('all that came after a place is handed over in its order, and nothing that came before', async () => {
  await say('before');
  const place = await streamPlaces(publisher.house, [followed]);
  const names = namesOf('later', 450);
  for (const name of names) await publisher.messaging.tell(arrive, { names: [name] });
  await say('last');
  const found = await replayed(place);
  expect(found.names).toEqual([...names, 'last']);
  expect(found.handfuls).toBeGreaterThan(1);
  expect((await replayed(NOWHERE)).names[0]).toBe('before');
});

test('what comes while it is read is left to whoever reads next, and no durable is moved', async () => {
  const place = await streamPlaces(publisher.house, [followed]);
  await say('first');
  expect((await replayed(place, () => say('meanwhile'))).names).toEqual(['first']);
  expect(await jsm.consumers.list(IDENTITY).next()).toEqual([]);
});

test('nothing new is nothing to read', async () => {
  expect((await replayed(await streamPlaces(publisher.house, [followed]))).handfuls).toBe(0);
});

test('a stream that was made anew is read from its beginning', async () => {
  const place = await streamPlaces(publisher.house, [followed]);
  const stranger = new Map([
    [IDENTITY, { created: '2020-01-01T00:00:00.000Z', seq: place.get(IDENTITY)?.seq ?? 0 }],
  ]);
  expect((await replayed(stranger)).names[0]).toBe('before');
});
