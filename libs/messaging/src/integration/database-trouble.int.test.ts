import { type Handler, handles } from '@evenkeel/messaging';
import { openDatabase } from '@evenkeel/postgres';
import { eventually, type ServiceInstance } from '@evenkeel/testing';
import { expect } from 'vitest';
import { arrive, greeted, greeting, held, registering } from './greetings.js';
import { openScene } from './scene.js';
import { namesIn, type Stage, staged } from './stage.js';

const test = staged.concurrent;

const retriesOf = ({ house }: ServiceInstance) =>
  house.meter.counted('lane_retries_total', { kind: 'transient' });

/** Nobody takes what the database did for a fault of the message. */
async function nobodyIsBlamed({ heard }: Stage): Promise<void> {
  expect(await heard.db.query({ text: 'select * from message_tries' })).toEqual([]);
  expect(await heard.db.query({ text: 'select * from dead_letters' })).toEqual([]);
}

test('a batch whose backend is killed under it is done once, by another', async ({ stage }) => {
  const scene = await openScene(stage);
  const { handler, letGo } = held(greeting);
  const consumer = await stage.consumer({ handlers: [handler] });
  await scene.say('a', 'b');
  const killed = await eventually(async () => {
    const rows = await stage.heard.db.query({
      text: `select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`,
    });
    expect(rows.length).toBeGreaterThan(0);
    return rows.length;
  });
  letGo();
  await scene.allGreeted(['a', 'b']);
  expect(killed).toBe(1);
  // Whether COMMIT was under way by then does not matter.
  expect(consumer.house.meter.counted('lane_retries_total')).toBe(1);
  await nobodyIsBlamed(stage);
  await scene.nothingWaits();
});

test('of two processes that lock each other out both get through, one of them by trying again', async ({
  stage,
}) => {
  let here = 0;
  const crossing = (first: number, second: number): Handler =>
    handles([arrive], async (items, work) => {
      const lock = (key: number) => work.query({ text: 'select pg_advisory_xact_lock($1)', values: [key] });
      await lock(first);
      here += 1;
      // Who tries again finds that both were here already.
      await eventually(() => expect(here).toBeGreaterThan(1));
      await lock(second);
      await registering.handle(items, work);
    });
  const [left, right] = await Promise.all([
    stage.publisher({ handlers: [crossing(1, 2)] }),
    stage.publisher({ handlers: [crossing(2, 1)] }),
  ]);
  await Promise.all([
    left.messaging.tell(arrive, { names: ['left'] }),
    right.messaging.tell(arrive, { names: ['right'] }),
  ]);
  await eventually(async () => expect((await namesIn(left.house.nats)).sort()).toEqual(['left', 'right']));
  expect(retriesOf(left) + retriesOf(right)).toBe(1);
});

test('while others hold all connections of the pool a batch waits, and is done once when one is free', async ({
  stage,
}) => {
  const scene = await openScene(stage);
  const db = openDatabase({ url: stage.heard.url, max: 2 });
  const consumer = await stage.consumer({ db });
  let letGo = () => undefined as unknown;
  const until = new Promise<void>((resolve) => {
    letGo = () => resolve();
  });
  const holders = [1, 2].map(() => db.transaction(() => until));
  try {
    await scene.say('a', 'b');
    // Nobody waits for a connection for ever.
    await eventually(() => expect(retriesOf(consumer)).toBeGreaterThan(0), { withinMs: 15_000 });
    expect(await greeted(stage.heard.db)).toEqual([]);
  } finally {
    letGo();
  }
  await Promise.all(holders);
  await scene.allGreeted(['a', 'b']);
  await nobodyIsBlamed(stage);
  await scene.nothingWaits();
});

test('while the disk is full nothing is lost, and what waited is done once when there is room', async ({
  stage,
}) => {
  const scene = await openScene(stage);
  const { db } = stage.heard;
  // As Postgres answers whoever writes when it cannot make a file longer.
  await db.query({
    text: `create function no_room() returns trigger language plpgsql as $$ begin
raise disk_full using message = 'could not extend file: No space left on device'; end $$`,
  });
  await db.query({
    text: 'create trigger no_room before insert on inbox for each statement execute function no_room()',
  });
  const consumer = await stage.consumer({ handlers: [greeting] });
  await scene.say('a', 'b');
  await eventually(() => expect(retriesOf(consumer)).toBeGreaterThan(5), { withinMs: 15_000 });
  expect(await greeted(db)).toEqual([]);
  await db.query({ text: 'drop trigger no_room on inbox' });
  await scene.allGreeted(['a', 'b']);
  await nobodyIsBlamed(stage);
  await scene.nothingWaits();
});
