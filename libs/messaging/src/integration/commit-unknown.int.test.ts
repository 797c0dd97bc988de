import { isProblem, openSession } from '@evenkeel/contracts';
import { type CommandId, newId } from '@evenkeel/kernel';
import { handles } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { describe, expect } from 'vitest';
import { admitting, arrive, greeted, greeting, preferences } from './greetings.js';
import { namesIn, staged } from './stage.js';

const test = staged.concurrent;

describe.each(['before', 'after'] as const)('the connection is lost %s the database has committed', (cut) => {
  test('a batch of messages is done once', async ({ stage }) => {
    const cutter = await stage.cutter(stage.heard);
    const publisher = await stage.publisher();
    const consumer = await stage.consumer({ databaseUrl: cutter.url });
    cutter.arm(cut);
    await publisher.messaging.tell(arrive, { names: ['a', 'b', 'c'] });
    await eventually(() => expect(consumer.house.meter.counted('lane_items_total')).toBe(3));
    expect(await greeted(stage.heard.db)).toEqual(['a', 'b', 'c']);
    expect(cutter.cuts()).toBe(1);
    expect(consumer.house.meter.counted('lane_retries_total', { kind: 'commit-unknown' })).toBe(1);
    expect(consumer.house.meter.counted('inbox_absorbed_total')).toBe(cut === 'after' ? 3 : 0);
  });

  test('a command is carried out once and answered as it was decided', async ({ stage }) => {
    const cutter = await stage.cutter(stage.heard);
    const consumer = await stage.consumer({ databaseUrl: cutter.url, handlers: [greeting, admitting] });
    cutter.arm(cut);
    const answer = await consumer.ask(openSession, preferences);
    expect(await greeted(stage.heard.db)).toEqual([(answer as { name: string }).name]);
    expect(cutter.cuts()).toBe(1);
  });

  test('what is said is published once, by the sweep if nobody else knows of it', async ({ stage }) => {
    const cutter = await stage.cutter(stage.said);
    const publisher = await stage.publisher({ databaseUrl: cutter.url });
    const name = `said-${cut}`;
    cutter.arm(cut);
    await publisher.messaging.tell(arrive, { names: [name] }, { id: newId<CommandId>() });
    await eventually(async () => expect(await namesIn(publisher.house.nats)).toContain(name));
    expect((await namesIn(publisher.house.nats)).filter((one) => one === name)).toHaveLength(1);
    expect(cutter.cuts()).toBe(1);
  });
});

test('who asked and cannot be told in time learns that it is not known, not that nothing was tried', async ({
  stage,
}) => {
  const cutter = await stage.cutter(stage.heard);
  const remainingMs = 2_000;
  const slow = handles([openSession], async (items, work) => {
    const until = performance.now() + remainingMs;
    await admitting.handle(items, work);
    await eventually(() => expect(performance.now()).toBeGreaterThan(until));
  });
  const consumer = await stage.consumer({ databaseUrl: cutter.url, handlers: [slow] });
  cutter.arm('after');
  const outcome = await consumer
    .ask(openSession, preferences, { remainingMs })
    .catch((error: unknown) => error);
  expect(isProblem(outcome, 'house.unavailable')).toBe(true);
  expect(outcome).toMatchObject({ data: { unknown: true } });
});
