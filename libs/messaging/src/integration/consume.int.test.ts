import { customerRegistered } from '@evenkeel/contracts';
import { handles } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { millis } from 'nats';
import { expect } from 'vitest';
import { arrive, followed, greeted, greeting, held, namesOf, POISON } from './greetings.js';
import { event, openScene } from './scene.js';
import { IDENTITY, staged } from './stage.js';

const test = staged.concurrent;

test('a batch is one transaction, whatever number of events and messages it holds', async ({ stage }) => {
  const scene = await openScene(stage);
  const names = namesOf('batch', 150);
  for (let at = 0; at < names.length; at += 50) await scene.say(...names.slice(at, at + 50));
  const { house } = await stage.consumer({ linger: { thinMs: 1_000, thickMs: 1_000, maxBatch: 500 } });
  await scene.allGreeted(names);
  const rows = await stage.heard.db.query<{ transactions: number }>({
    text: 'select count(distinct xmin::text)::int as transactions from greetings',
  });
  expect(rows).toEqual([{ transactions: 1 }]);
  expect(house.meter.counted('transactions_total')).toBe(1);
  await scene.nothingWaits();
});

test('a poisoned event ends in the dead letters with its error, and its neighbours in one message flow', async ({
  stage,
}) => {
  const scene = await openScene(stage);
  const names = namesOf('neighbour', 20);
  const { house } = await stage.consumer();
  const begun = performance.now();
  await scene.say(...names.slice(0, 10), POISON, ...names.slice(10));
  await scene.allGreeted(names);
  // Not acknowledged before it is buried.
  expect(await scene.deadLetters()).toEqual([]);
  expect((await scene.waiting()).unacknowledged).toBe(1);
  await scene.say('behind');
  await scene.allGreeted(['behind', ...names]);
  await eventually(async () => expect(await scene.deadLetters()).toHaveLength(1), { withinMs: 20_000 });
  // Each try waits longer than the one before: 400, 800, 1 600 and 3 200 ms, give or take a quarter.
  expect(performance.now() - begun).toBeGreaterThan(4_500);
  expect(await scene.deadLetters()).toEqual([
    {
      durable: followed.durable,
      type: customerRegistered.type,
      error: 'Nobody can be called that',
      tries: 5,
    },
  ]);
  await scene.nothingWaits();
  expect(await greeted(stage.heard.db)).toEqual(['behind', ...names]);
  expect(house.meter.counted('dead_letters_total')).toBe(1);
  expect(house.meter.counted('lane_isolated_total')).toBeGreaterThan(0);
});

test('what cannot be read is buried at once, and its neighbours in one message flow', async ({ stage }) => {
  const scene = await openScene(stage);
  await stage.consumer();
  await scene.publishRaw([
    event('before'),
    { ...event('no-data'), data: {} },
    'no envelope',
    event('behind'),
  ]);
  await scene.publishRaw('[not JSON');
  await scene.publishRaw({ ...event('no-array') });
  await scene.publishRaw([{ ...event('of-tomorrow'), version: 2 }]);
  await scene.allGreeted(['before', 'behind']);
  await eventually(async () => expect(await scene.deadLetters()).toHaveLength(5));
  const letters = await scene.deadLetters();
  expect(new Set(letters.map(({ type }) => type))).toEqual(new Set(['unreadable']));
  expect(letters.map(({ error }) => error)).toContain(
    'identity.customer-registered version 2 is newer than 1',
  );
  await scene.nothingWaits();
});

test('an event that cannot be buried is not acknowledged', async ({ stage }) => {
  const scene = await openScene(stage);
  const { db } = stage.heard;
  await db.query({ text: 'alter table dead_letters rename to elsewhere' });
  const { house } = await stage.consumer();
  await scene.publishRaw(['no envelope']);
  await eventually(() =>
    expect(house.lines.map(({ message }) => message)).toContain('Could not write a dead letter'),
  );
  expect((await scene.waiting()).unacknowledged).toBe(1);
  await db.query({ text: 'alter table elsewhere rename to dead_letters' });
  await eventually(async () => expect(await scene.deadLetters()).toHaveLength(1), { withinMs: 15_000 });
  await scene.nothingWaits();
});

test.for([
  ['a deadlock', '40P01'],
  ['a moved version', '40001'],
  ['a server that goes down', '57P01'],
])(
  '%s is no fault of the event: it is tried more often than poison, and not counted',
  async ([, code], { stage }) => {
    const scene = await openScene(stage);
    let failures = 6;
    const troubled = handles([customerRegistered], async (items, work) => {
      if (failures > 0) {
        failures -= 1;
        await work.query({ text: `do $$ begin raise exception 'trouble' using errcode = '${code}'; end $$` });
      }
      await greeting.handle(items, work);
    });
    const { house } = await stage.consumer({ handlers: [troubled] });
    await scene.say('a', 'b');
    await scene.allGreeted(['a', 'b']);
    expect(house.meter.counted('lane_retries_total', { kind: 'transient' })).toBe(6);
    expect(await stage.heard.db.query({ text: 'select * from message_tries' })).toEqual([]);
    expect(await scene.deadLetters()).toEqual([]);
  },
);

test('a repeated event is done once: inside a message, inside a batch, in a later batch', async ({
  stage,
}) => {
  const scene = await openScene(stage);
  const [one, two] = [event('one'), event('two')];
  await scene.publishRaw([one, one, two]);
  await scene.publishRaw([two]);
  const { house } = await stage.consumer({ linger: { thinMs: 1_000 } });
  await scene.allGreeted(['one', 'two']);
  await scene.publishRaw([one, event('three'), two]);
  await scene.allGreeted(['one', 'three', 'two']);
  await scene.nothingWaits();
  expect(house.meter.counted('inbox_absorbed_total')).toBe(4);
  expect(await greeted(stage.heard.db)).toEqual(['one', 'three', 'two']);
});

test('what a process committed and did not acknowledge before it died is absorbed by the next one', async ({
  stage,
}) => {
  const scene = await openScene(stage);
  let died = false;
  const dying = handles([customerRegistered], async (items, work) => {
    await greeting.handle(items, work);
    work.afterCommit(() => {
      died = true;
      void first.house.nats.close();
    });
  });
  const first = await stage.consumer({ handlers: [dying] });
  await scene.say('a', 'b');
  await eventually(() => expect(died).toBe(true));
  await first.stop();
  expect((await scene.waiting()).unacknowledged).toBe(1);
  const { house } = await stage.consumer();
  await eventually(() => expect(house.meter.counted('redelivered_total')).toBe(1), { withinMs: 20_000 });
  await scene.nothingWaits();
  expect(await greeted(stage.heard.db)).toEqual(['a', 'b']);
  expect(house.meter.counted('inbox_absorbed_total')).toBe(2);
});

test('a message that is worked on for longer than the broker waits is not brought again', async ({
  stage,
}) => {
  const scene = await openScene(stage);
  const { handler, letGo } = held(greeting);
  const { house } = await stage.consumer({ handlers: [handler] });
  await scene.say('slow');
  await eventually(() => expect(house.meter.counted('consumed_total')).toBe(1));
  const { config } = await scene.jsm.consumers.info(IDENTITY, followed.durable);
  const late = performance.now() + 1.2 * millis(config.ack_wait ?? 0);
  await eventually(() => expect(performance.now()).toBeGreaterThan(late), { withinMs: 20_000 });
  expect((await scene.jsm.consumers.info(IDENTITY, followed.durable)).num_redelivered).toBe(0);
  letGo();
  await scene.allGreeted(['slow']);
  expect(house.meter.counted('redelivered_total')).toBe(0);
});

test('a reader holds back what would be too much to keep in memory, and loses none of it', async ({
  stage,
}) => {
  const scene = await openScene(stage);
  const names = namesOf('many', 12_000);
  await scene.say(...names);
  const { handler, letGo } = held(greeting);
  const { house } = await stage.consumer({ handlers: [handler] });
  await eventually(
    async () => {
      expect((await scene.waiting()).unacknowledged).toBe(names.length / 200);
      expect(house.meter.counted('consumed_total')).toBeGreaterThanOrEqual(3_000);
    },
    { withinMs: 15_000 },
  );
  // Three thousand that wait, those of the batch that is being worked on, and one message more.
  expect(house.meter.counted('consumed_total')).toBeLessThanOrEqual(3_000 + 250 + 200);
  letGo();
  await eventually(async () => expect((await greeted(stage.heard.db)).length).toBe(names.length), {
    withinMs: 20_000,
  });
});

test('a durable that followed something else before is made anew, reads everything, and does nothing twice', async ({
  stage,
}) => {
  const { messaging, house } = await stage.publisher();
  await messaging.tell(arrive, { names: ['early'] });
  const before = await stage.consumer();
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual(['early']));
  await before.stop();
  const jsm = await house.nats.jetstreamManager();
  const another = { filter_subject: 'events.identity.somebody-left' };
  await jsm.consumers.update(IDENTITY, followed.durable, another);
  const after = await stage.consumer();
  await messaging.tell(arrive, { names: ['late'] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual(['early', 'late']));
  expect(after.house.meter.counted('inbox_absorbed_total')).toBe(1);
});
