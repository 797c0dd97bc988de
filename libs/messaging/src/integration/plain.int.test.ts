import { customerRegistered, subscriptions } from '@evenkeel/contracts';
import { type DeadLetterDesk, type PlainHandler, projects, startPlainMessaging } from '@evenkeel/messaging';
import { eventually, type FakeHouse } from '@evenkeel/testing';
import { expect } from 'vitest';
import { arrive, namesOf, POISON } from './greetings.js';
import { IDENTITY, type Stage, staged } from './stage.js';

const test = staged.concurrent;
const { customers: followed } = subscriptions.loyalty;

const ALL = { first: 10, after: null, group: null, state: null };

class Outage extends Error {}

/** A service without Postgres: it keeps the effect of an event under its id. */
async function openPlain(stage: Stage) {
  const publisher = await stage.publisher();
  const jsm = await publisher.house.nats.jetstreamManager();
  const kept = new Map<string, string>();
  const keeping = projects([customerRegistered], async (batch) => {
    if (batch.some(({ data }) => data.name === POISON)) throw new Error('Nobody can be called that');
    for (const { id, data } of batch) kept.set(id, data.name);
  });
  return {
    publisher,
    jsm,
    keeping,
    say: (...names: string[]) => publisher.messaging.tell(arrive, { names }),
    async start(handler: PlainHandler = keeping): Promise<FakeHouse & { deadLetters: DeadLetterDesk }> {
      const house = await stage.house('views');
      const { deadLetters } = await startPlainMessaging(house, {
        handlers: [handler],
        subscriptions: [followed],
        isOutage: (error) => error instanceof Outage,
      });
      return Object.assign(house, { deadLetters });
    },
    allKept: (names: readonly string[]) =>
      eventually(() => expect([...kept.values()].sort()).toEqual([...names].sort()), { withinMs: 10_000 }),
    nothingWaits: () =>
      eventually(async () => {
        expect((await jsm.consumers.info(IDENTITY, followed.durable)).num_ack_pending).toBe(0);
      }),
  };
}

test('a poisoned event goes to a stream of dead letters with its error, and its neighbours flow', async ({
  stage,
}) => {
  const plain = await openPlain(stage);
  const names = namesOf('neighbour', 10);
  const house = await plain.start();
  expect(await house.deadLetters.list(ALL)).toEqual([]);
  await plain.say(...names, POISON);
  await plain.allKept(names);
  const letters = await eventually(
    async () => {
      const found = await house.deadLetters.list(ALL);
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
  const letter = letters[0] && (await house.deadLetters.find(letters[0]));
  expect(JSON.parse(letter?.payload ?? '')).toMatchObject({ data: { name: POISON } });
  await plain.nothingWaits();
});

test('an outage is no fault of the event: the batch is tried again for as long as it lasts', async ({
  stage,
}) => {
  const plain = await openPlain(stage);
  let failures = 7;
  const house = await plain.start({
    types: [customerRegistered.type],
    async handle(batch) {
      failures -= 1;
      if (failures >= 0) throw new Outage('away');
      await plain.keeping.handle(batch);
    },
  });
  await plain.say('a', 'b');
  await plain.allKept(['a', 'b']);
  expect(house.meter.counted('lane_retries_total', { kind: 'transient' })).toBe(7);
  expect(house.meter.counted('dead_letters_total')).toBe(0);
});

test('an event that comes twice in one batch is handed over once', async ({ stage }) => {
  const plain = await openPlain(stage);
  const seen: string[] = [];
  const house = await plain.start({
    types: [customerRegistered.type],
    handle: async (batch) => void seen.push(...batch.map(({ id }) => id)),
  });
  await plain.say('once');
  await eventually(() => expect(seen).toHaveLength(1));
  const message = await plain.jsm.streams.getMessage(IDENTITY, {
    last_by_subj: `events.${customerRegistered.type}`,
  });
  const [event] = message.json<object[]>();
  const twice = JSON.stringify([event, event]);
  await plain.publisher.house.nats.jetstream().publish(`events.${customerRegistered.type}`, twice);
  await plain.nothingWaits();
  await eventually(() => expect(house.meter.counted('lane_items_total')).toBe(3));
  expect(seen).toHaveLength(2);
});

test('after the broker lost its store, dead letters find a stream again', async ({ stage }) => {
  const plain = await openPlain(stage);
  const house = await plain.start();
  await stage.broker.wipe();
  await plain.say(POISON);
  await eventually(
    async () => {
      const [newest] = await house.deadLetters.list(ALL);
      expect(newest?.error).toBe('Nobody can be called that');
    },
    { withinMs: 25_000 },
  );
}, 60_000);
