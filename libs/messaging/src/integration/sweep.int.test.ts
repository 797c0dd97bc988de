import { eventually } from '@evenkeel/testing';
import { nanos } from 'nats';
import { expect } from 'vitest';
import { greeted, namesOf } from './greetings.js';
import { IDENTITY, leaveBehind, namesIn, type Stage, staged, storedIn } from './stage.js';

const test = staged.concurrent;

/** The connections that hold the lock of the sweep. */
async function lockHolders({ said }: Stage): Promise<number[]> {
  const rows = await said.db.query<{ pid: number }>({
    text: `select pid from pg_locks where locktype = 'advisory' and granted
and database = (select oid from pg_database where datname = current_database())`,
  });
  return rows.map(({ pid }) => pid);
}

test('rows that a killed process left are published, more than go into one batch of the sweep', async ({
  stage,
}) => {
  const names = namesOf('left', 1_100);
  await leaveBehind(stage.said, names, { ago: '1 hour' });
  const { house } = await stage.publisher();
  await eventually(() => expect(house.meter.counted('outbox_swept_total')).toBe(names.length));
  expect((await namesIn(house.nats)).sort()).toEqual(names);
});

test('rows are found while the process runs, also with a clock that is 90 minutes off', async ({ stage }) => {
  const { house } = await stage.publisher({ clock: { now: () => Date.now() + 90 * 60_000 } });
  await eventually(async () => expect(await lockHolders(stage)).toHaveLength(1));
  await leaveBehind(stage.said, ['first']);
  await eventually(async () => expect(await namesIn(house.nats)).toContain('first'));
  await leaveBehind(stage.said, ['second']);
  await eventually(async () => expect(await namesIn(house.nats)).toContain('second'));
});

test('a row of a type that nobody declares is reported and holds nothing up', async ({ stage }) => {
  const { house } = await stage.publisher();
  await leaveBehind(stage.said, ['of-tomorrow'], { type: 'identity.customer-renamed' });
  await leaveBehind(stage.said, ['behind-it']);
  await eventually(async () => expect(await namesIn(house.nats)).toContain('behind-it'));
  expect(house.lines.filter(({ level }) => level === 'error')).not.toEqual([]);
});

test('of two instances one sweeps, and when its connection is lost the other does', async ({ stage }) => {
  const [{ house }] = await Promise.all([stage.publisher(), stage.publisher()]);
  const [holder, ...others] = await eventually(async () => {
    const holders = await lockHolders(stage);
    expect(holders).toHaveLength(1);
    return holders;
  });
  expect(others).toEqual([]);
  await stage.said.db.query({ text: 'select pg_terminate_backend($1)', values: [holder] });
  await eventually(async () => {
    const holders = await lockHolders(stage);
    expect(holders).toHaveLength(1);
    expect(holders).not.toEqual([holder]);
  });
  await leaveBehind(stage.said, ['after-the-change']);
  await eventually(async () => expect(await namesIn(house.nats)).toContain('after-the-change'));
});

test('a row that is published twice is stored once, and past the window of the broker it is done once', async ({
  stage,
}) => {
  const { house } = await stage.publisher();
  const consumer = await stage.consumer();
  await leaveBehind(stage.said, ['twice']);
  await eventually(async () => expect(await greeted(stage.heard.db)).toContain('twice'));
  const before = await storedIn(house.nats);
  const published = before.find(({ events }) => events[0]?.data.name === 'twice');
  await eventually(async () => {
    const text = 'delete from outbox_sent where id = $1 returning id';
    expect(await stage.said.db.query({ text, values: [published?.messageId] })).toHaveLength(1);
  });
  await eventually(async () => {
    const text = 'select id from outbox_sent where id = $1';
    expect(await stage.said.db.query({ text, values: [published?.messageId] })).toHaveLength(1);
  });
  expect(await storedIn(house.nats)).toHaveLength(before.length);

  // Past the window the broker has forgotten the id, and stores the same message again.
  const absorbed = consumer.house.meter.counted('inbox_absorbed_total');
  const jsm = await house.nats.jetstreamManager();
  await jsm.streams.update(IDENTITY, { duplicate_window: nanos(100) });
  const publishAgain = () =>
    house.nats.jetstream().publish('events.identity.customer-registered', JSON.stringify(published?.events), {
      msgID: published?.messageId ?? '',
    });
  await eventually(async () => expect((await publishAgain()).duplicate).toBe(false));
  await eventually(() => expect(consumer.house.meter.counted('inbox_absorbed_total')).toBe(absorbed + 1));
  expect((await greeted(stage.heard.db)).filter((name) => name === 'twice')).toHaveLength(1);
});
