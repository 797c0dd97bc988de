import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { customerRegistered } from '@evenkeel/contracts';
import { handles } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { expect } from 'vitest';
import { arrive, followed, greeted, greeting, held, namesOf } from './greetings.js';
import { event } from './scene.js';
import { IDENTITY, namesIn, type Stage, staged, storedIn } from './stage.js';

const test = staged.concurrent;

async function sayAndHear(stage: Stage, names: readonly string[]) {
  const [publisher, consumer] = [await stage.publisher(), await stage.consumer()];
  for (const name of names) await publisher.messaging.tell(arrive, { names: [name] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual(names));
  return { publisher, consumer };
}

/** Every row has a mark of the stream that is there now. */
async function allMarked({ said }: Stage): Promise<void> {
  const rows = await said.db.query<{ unsent: number }>({
    text: 'select count(*)::int as unsent from outbox o where not exists (select 1 from outbox_sent s where s.id = o.id)',
  });
  expect(rows).toEqual([{ unsent: 0 }]);
}

test('a broker that lost its store is given every kept row once, and followers absorb what they had', async ({
  stage,
}) => {
  const names = namesOf('kept', 40);
  const { publisher, consumer } = await sayAndHear(stage, names);
  await eventually(() => allMarked(stage));
  const { nats } = publisher.house;
  const absorbed = consumer.house.meter.counted('inbox_absorbed_total');
  await stage.said.db.query({ text: `update outbox set at = at - interval '1 hour'` });

  await stage.broker.wipe();
  await eventually(async () => expect((await namesIn(nats)).sort()).toEqual(names), { withinMs: 15_000 });
  expect(publisher.house.meter.counted('outbox_rewound_total', { stream: IDENTITY })).toBe(names.length);
  await eventually(() =>
    expect(consumer.house.meter.counted('inbox_absorbed_total')).toBe(absorbed + names.length),
  );
  await publisher.messaging.tell(arrive, { names: ['later'] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...names, 'later']));
  await eventually(() => allMarked(stage));
  expect(publisher.house.meter.counted('outbox_rewound_total')).toBe(names.length);
}, 60_000);

test('what is said while the broker is away is published when it is back, beside what it had lost', async ({
  stage,
}) => {
  const names = namesOf('kept', 5);
  const { publisher } = await sayAndHear(stage, names);
  await eventually(() => allMarked(stage));
  await stage.broker.whileDown(async (storeDir) => {
    await rm(storeDir, { recursive: true });
    await publisher.messaging.tell(arrive, { names: ['meanwhile'] });
  });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...names, 'meanwhile']), {
    withinMs: 15_000,
  });
  await eventually(async () => expect(await namesIn(publisher.house.nats)).toHaveLength(6));
  expect(publisher.house.meter.counted('outbox_rewound_total')).toBe(names.length);
}, 60_000);

test('a broker that was away for a minute is given what was said meanwhile, once', async ({ stage }) => {
  const names = namesOf('kept', 5);
  const { publisher } = await sayAndHear(stage, names);
  await eventually(() => allMarked(stage));
  await stage.broker.whileDown(async () => {
    await publisher.messaging.tell(arrive, { names: ['meanwhile'] });
    // By the clock of the database a minute passes: what waits is not recent any more.
    const text = `update outbox o set at = at - interval '1 minute'
where not exists (select from outbox_sent s where s.id = o.id) returning id`;
    expect(await stage.said.db.query({ text })).toHaveLength(1);
  });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...names, 'meanwhile']), {
    withinMs: 15_000,
  });
  expect(publisher.house.meter.counted('outbox_rewound_total')).toBe(0);
  expect(await namesIn(publisher.house.nats)).toEqual([...names, 'meanwhile']);
}, 60_000);

test('a broker that lost the end of a stream but not its durables is noticed by the id of the message', async ({
  stage,
}) => {
  const early = namesOf('early', 10);
  const { publisher, consumer } = await sayAndHear(stage, early);
  const stream = join('jetstream', '$G', 'streams', IDENTITY);
  let copy = '';
  await stage.broker.whileDown(async (storeDir) => {
    copy = join(storeDir, '..', 'copy');
    await cp(join(storeDir, stream, 'msgs'), copy, { recursive: true });
  });
  const late = namesOf('late', 10);
  for (const name of late) await publisher.messaging.tell(arrive, { names: [name] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...early, ...late]));
  await eventually(() => allMarked(stage));
  const rewound = publisher.house.meter.counted('outbox_rewound_total');

  await stage.broker.whileDown(async (storeDir) => {
    const messages = join(storeDir, stream, 'msgs');
    await rm(messages, { recursive: true });
    await cp(copy, messages, { recursive: true });
  });
  // The durable had read 20 messages; the stream ends at 10, and the next ten must not be skipped.
  await publisher.messaging.tell(arrive, { names: ['newest'] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...early, ...late, 'newest']), {
    withinMs: 15_000,
  });
  expect(publisher.house.meter.counted('outbox_rewound_total')).toBe(rewound + 20);
  await eventually(async () => {
    const onStream = new Set(await namesIn(publisher.house.nats));
    expect([...onStream].sort()).toEqual([...early, ...late, 'newest'].sort());
  });
  await eventually(() =>
    expect(consumer.house.meter.counted('inbox_absorbed_total')).toBeGreaterThanOrEqual(20),
  );
}, 60_000);

test('a message of somebody else in the place of our newest is noticed by its id', async ({ stage }) => {
  const names = namesOf('kept', 5);
  const { publisher, consumer } = await sayAndHear(stage, names);
  await eventually(() => allMarked(stage));
  const foreign = await consumer.house.nats.jetstream().publish('events.identity.customer-registered', '[]');
  await publisher.stop();
  // As it is when the stream lost our last message and others were quicker to publish.
  await stage.said.db.query({
    text: 'update outbox_sent set seq = $1 where seq = (select max(seq) from outbox_sent)',
    values: [foreign.seq],
  });
  const next = await stage.publisher();
  expect(next.house.meter.counted('outbox_rewound_total', { stream: IDENTITY })).toBe(names.length);
  await eventually(() => allMarked(stage));
  expect(await greeted(stage.heard.db)).toEqual(names);
});

test('a stream that is deleted while the connection holds is noticed by the next publish', async ({
  stage,
}) => {
  const names = namesOf('kept', 5);
  const { publisher } = await sayAndHear(stage, names);
  await eventually(() => allMarked(stage));
  const jsm = await publisher.house.nats.jetstreamManager();
  await jsm.streams.delete(IDENTITY);
  await publisher.messaging.tell(arrive, { names: ['next'] });
  await eventually(
    async () => expect((await namesIn(publisher.house.nats)).sort()).toEqual([...names, 'next']),
    {
      withinMs: 20_000,
    },
  );
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...names, 'next']));
}, 60_000);

test('a durable that is deleted is made anew and reads from the beginning', async ({ stage }) => {
  const names = namesOf('kept', 5);
  const { publisher, consumer } = await sayAndHear(stage, names);
  const jsm = await publisher.house.nats.jetstreamManager();
  await jsm.consumers.delete(IDENTITY, followed.durable);
  await eventually(() => expect(consumer.house.meter.counted('inbox_absorbed_total')).toBe(names.length));
  await publisher.messaging.tell(arrive, { names: ['next'] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...names, 'next']));
  expect((await storedIn(publisher.house.nats)).length).toBe(names.length + 1);
});

test('a killed broker that kept its store is given nothing twice', async ({ stage }) => {
  const names = namesOf('kept', 5);
  const { publisher } = await sayAndHear(stage, names);
  await eventually(() => allMarked(stage));
  await stage.broker.kill();
  await publisher.messaging.tell(arrive, { names: ['next'] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual([...names, 'next']), {
    withinMs: 15_000,
  });
  expect(publisher.house.meter.counted('outbox_rewound_total')).toBe(0);
  expect(await namesIn(publisher.house.nats)).toEqual([...names, 'next']);
});

test('what came from a store that was lost acknowledges nothing in the new one', async ({ stage }) => {
  const gates = new Map([held(greeting), held(greeting)].map((gate, at) => [`guest-${at}`, gate]));
  const oneByOne = handles([customerRegistered], async (items, work) => {
    for (const item of items) await gates.get(item.data.name)?.handler.handle([item], work);
  });
  const { house } = await stage.consumer({ handlers: [oneByOne] });
  const jsm = await house.nats.jetstreamManager();
  const say = (name: string) =>
    house.nats.jetstream().publish('events.identity.customer-registered', JSON.stringify([event(name)]));
  const unacknowledged = async () => (await jsm.consumers.info(IDENTITY, followed.durable)).num_ack_pending;

  expect((await eventually(() => say('guest-0'))).seq).toBe(1);
  await eventually(() => expect(house.meter.counted('consumed_total')).toBe(1));
  await stage.broker.wipe();
  // Another message under the number of the one that is being worked on.
  expect((await eventually(() => say('guest-1'), { withinMs: 15_000 })).seq).toBe(1);
  await eventually(() => expect(house.meter.counted('consumed_total')).toBe(2), { withinMs: 15_000 });
  gates.get('guest-0')?.letGo();
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual(['guest-0']));
  await house.nats.flush();
  expect(await unacknowledged()).toBe(1);
  gates.get('guest-1')?.letGo();
  await eventually(async () => expect(await unacknowledged()).toBe(0));
  expect(await greeted(stage.heard.db)).toEqual(['guest-0', 'guest-1']);
});
