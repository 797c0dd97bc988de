import { customerRegistered, subscriptions } from '@evenkeel/contracts';
import { type PlainHandler, projects, startPlainMessaging } from '@evenkeel/messaging';
import { eventually, type FakeHouse, fakeHouse } from '@evenkeel/testing';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { deadLetterStream } from '../dead-letters/dead-letter-stream.js';
import { arrive, namesOf, POISON } from './greetings.js';
import { IDENTITY, openStage } from './stage.js';

const stage = await openStage();
const publisher = await stage.publisher();
const jsm = await publisher.house.nats.jetstreamManager();
/** What a service without Postgres keeps: the effect of an event under its id. */
const kept = new Map<string, string>();
const { customers: followed } = subscriptions.loyalty;
let house: FakeHouse;

class Outage extends Error {}

const keeping = projects([customerRegistered], async (batch) => {
  if (batch.some(({ data }) => data.name === POISON)) throw new Error('Nobody can be called that');
  for (const { id, data } of batch) kept.set(id, data.name);
});

async function start(handler: PlainHandler = keeping): Promise<void> {
  house = await fakeHouse('views', { natsUrl: stage.broker.url });
  await startPlainMessaging(house, {
    handlers: [handler],
    subscriptions: [followed],
    isOutage: (error) => error instanceof Outage,
  });
}

beforeEach(() => kept.clear());
afterEach(() => house.stop());
afterAll(() => stage.close());

const say = (...names: string[]) => publisher.messaging.tell(arrive, { names });
const allKept = (names: readonly string[]) =>
  eventually(() => expect([...kept.values()].sort()).toEqual([...names].sort()), { withinMs: 10_000 });
const nothingWaits = () =>
  eventually(async () => {
    expect((await jsm.consumers.info(IDENTITY, followed.durable)).num_ack_pending).toBe(0);
  });

test('a poisoned event goes to a stream of dead letters with its error, and its neighbours flow', async () => {
  const names = namesOf('neighbour', 10);
  await start();
  expect(await (await deadLetterStream(house)).list(10)).toEqual([]);
  await say(...names, POISON);
  await allKept(names);
  const letters = await eventually(
    async () => {
      const found = await (await deadLetterStream(house)).list(10);
      expect(found).toHaveLength(1);
      return found;
    },
    { withinMs: 20_000 },
  );
  expect(letters).toMatchObject([
    {
      durable: followed.durable,
      type: customerRegistered.type,
      error: 'Nobody can be called that',
      tries: 5,
    },
  ]);
  expect(JSON.parse(letters[0]?.payload ?? '')).toMatchObject({ data: { name: POISON } });
  await nothingWaits();
});

test('an outage is no fault of the event: the batch is tried again for as long as it lasts', async () => {
  let failures = 7;
  await start({
    types: [customerRegistered.type],
    async handle(batch) {
      failures -= 1;
      if (failures >= 0) throw new Outage('away');
      await keeping.handle(batch);
    },
  });
  await say('a', 'b');
  await allKept(['a', 'b']);
  expect(house.meter.counted('lane_retries_total', { kind: 'transient' })).toBe(7);
  expect(house.meter.counted('dead_letters_total')).toBe(0);
});

test('an event that comes twice in one batch is handed over once', async () => {
  const seen: string[] = [];
  await start({
    types: [customerRegistered.type],
    handle: async (batch) => void seen.push(...batch.map(({ id }) => id)),
  });
  await say('once');
  await eventually(() => expect(seen).toHaveLength(1));
  const message = await jsm.streams.getMessage(IDENTITY, {
    last_by_subj: `events.${customerRegistered.type}`,
  });
  const [event] = message.json<object[]>();
  const twice = JSON.stringify([event, event]);
  await publisher.house.nats.jetstream().publish(`events.${customerRegistered.type}`, twice);
  await nothingWaits();
  await eventually(() => expect(house.meter.counted('lane_items_total')).toBe(3));
  expect(seen).toHaveLength(2);
});

test('after the broker lost its store, dead letters find a stream again', async () => {
  await start();
  await stage.broker.wipe();
  await say(POISON);
  await eventually(
    async () => {
      const [newest] = await (await deadLetterStream(house)).list(1);
      expect(newest?.error).toBe('Nobody can be called that');
    },
    { withinMs: 25_000 },
  );
}, 60_000);
