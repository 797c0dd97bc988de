import { eventually, type ServiceInstance } from '@evenkeel/testing';
import { afterAll, afterEach, expect, test } from 'vitest';
import { greeted, namesOf } from './greetings.js';
import { leaveBehind, namesIn, openStage, storedIn } from './stage.js';

const stage = await openStage();
const consumer = await stage.consumer();
const { nats } = consumer.house;
const instances: ServiceInstance[] = [];

const start = async (more?: Parameters<typeof stage.publisher>[0]) => {
  const instance = await stage.publisher(more);
  instances.push(instance);
  return instance;
};

afterEach(async () => {
  for (const instance of instances.splice(0)) await instance.stop();
});

afterAll(() => stage.close());

/** The connections that hold the lock of the sweep. */
async function lockHolders(): Promise<number[]> {
  const rows = await stage.said.db.query<{ pid: number }>({
    text: `select pid from pg_locks where locktype = 'advisory' and granted
and database = (select oid from pg_database where datname = current_database())`,
  });
  return rows.map(({ pid }) => pid);
}

test('rows that a killed process left are published, more than go into one batch of the sweep', async () => {
  const names = namesOf('left', 1_100);
  await leaveBehind(stage.said, names, { ago: '1 hour' });
  const instance = await start();
  await eventually(() => expect(instance.house.meter.counted('outbox_swept_total')).toBe(names.length));
  expect((await namesIn(nats)).sort()).toEqual(names);
});

test('rows are found while the process runs, also with a clock that is 90 minutes off', async () => {
  await start({ clock: { now: () => Date.now() + 90 * 60_000 } });
  await eventually(async () => expect(await lockHolders()).toHaveLength(1));
  await leaveBehind(stage.said, ['first']);
  await eventually(async () => expect(await namesIn(nats)).toContain('first'));
  await leaveBehind(stage.said, ['second']);
  await eventually(async () => expect(await namesIn(nats)).toContain('second'));
});

test('a row of a type that nobody declares is reported and holds nothing up', async () => {
  const instance = await start();
  await leaveBehind(stage.said, ['of-tomorrow'], { type: 'identity.customer-renamed' });
  await leaveBehind(stage.said, ['behind-it']);
  await eventually(async () => expect(await namesIn(nats)).toContain('behind-it'));
  expect(instance.house.lines.filter(({ level }) => level === 'error')).not.toEqual([]);
  await stage.said.db.query({ text: `delete from outbox where type = 'identity.customer-renamed'` });
});

test('of two instances one sweeps, and when its connection is lost the other does', async () => {
  await Promise.all([start(), start()]);
  const [holder, ...others] = await eventually(async () => {
    const holders = await lockHolders();
    expect(holders).toHaveLength(1);
    return holders;
  });
  expect(others).toEqual([]);
  await stage.said.db.query({ text: 'select pg_terminate_backend($1)', values: [holder] });
  await eventually(async () => {
    const holders = await lockHolders();
    expect(holders).toHaveLength(1);
    expect(holders).not.toEqual([holder]);
  });
  await leaveBehind(stage.said, ['after-the-change']);
  await eventually(async () => expect(await namesIn(nats)).toContain('after-the-change'));
});

test('a row that is published twice is stored once, and past the window of the broker it is done once', async () => {
  await start();
  await leaveBehind(stage.said, ['twice']);
  await eventually(async () => expect(await greeted(stage.heard.db)).toContain('twice'));
  const before = await storedIn(nats);
  const published = before.find(({ events }) => events[0]?.data.name === 'twice');
  await eventually(async () => {
    const text = 'delete from outbox_sent where id = $1 returning id';
    expect(await stage.said.db.query({ text, values: [published?.messageId] })).toHaveLength(1);
  });
  await eventually(async () => {
    const text = 'select id from outbox_sent where id = $1';
    expect(await stage.said.db.query({ text, values: [published?.messageId] })).toHaveLength(1);
  });
  expect(await storedIn(nats)).toHaveLength(before.length);

  const absorbed = consumer.house.meter.counted('inbox_absorbed_total');
  await nats.jetstream().publish('events.identity.customer-registered', JSON.stringify(published?.events));
  await eventually(() => expect(consumer.house.meter.counted('inbox_absorbed_total')).toBe(absorbed + 1));
  expect((await greeted(stage.heard.db)).filter((name) => name === 'twice')).toHaveLength(1);
});
