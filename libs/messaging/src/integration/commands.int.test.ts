import { isProblem, openSession } from '@evenkeel/contracts';
import { type CommandId, newId } from '@evenkeel/kernel';
import { getCommandOutcomes, handles } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { admitting, arrive, greeted, greeting, preferences } from './greetings.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { db } = stage.heard;
const consumer = await stage.consumer({ handlers: [greeting, admitting] });

beforeEach(async () => {
  await db.query({ text: 'truncate greetings' });
});

afterAll(() => stage.close());

test('a repeated command is answered as the first time and does nothing', async () => {
  const commandId = newId<CommandId>();
  const first = await consumer.ask(openSession, preferences, { commandId });
  const again = await consumer.ask(openSession, preferences, { commandId });
  expect(again).toEqual(first);
  expect(await greeted(db)).toEqual([(first as { name: string }).name]);
  const other = await consumer.ask(openSession, preferences);
  expect(other).not.toEqual(first);
});

test('fifty at once with one id are one command, and all get its answer, in two processes', async () => {
  const commandId = newId<CommandId>();
  const second = await stage.consumer({ handlers: [greeting, admitting] });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      (at % 2 === 0 ? consumer : second).ask(openSession, preferences, { commandId }),
    ),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await greeted(db)).toHaveLength(1);
  await second.stop();
});

test('what became of commands is told by id, in the order asked for, also of those that never came', async () => {
  const [done, never] = [newId<CommandId>(), newId<CommandId>()];
  const outcome = await consumer.ask(openSession, preferences, { commandId: done });
  const [first, second] = await getCommandOutcomes(db, [never, done]);
  expect(first).toEqual({ commandId: never, state: 'unknown', type: null, outcome: null, at: null });
  expect(second).toMatchObject({ commandId: done, state: 'done', type: openSession.name, outcome });
});

test('a message is known by its id too, and answers by events', async () => {
  const publisher = await stage.publisher();
  await publisher.messaging.tell(arrive, { names: ['asked-about'] });
  const [row] = await eventually(async () => {
    const rows = await db.query<{ event_id: CommandId }>({ text: 'select event_id from greetings' });
    expect(rows).toHaveLength(1);
    return rows;
  });
  const [known] = await getCommandOutcomes(db, row ? [row.event_id] : []);
  expect(known).toMatchObject({ commandId: row?.event_id, state: 'done', type: null, outcome: null });
  await publisher.stop();
});

test('a command that waited past its deadline is refused untried', async () => {
  const commandId = newId<CommandId>();
  const late = await consumer
    .ask(openSession, preferences, { commandId, remainingMs: 0 })
    .catch((e: unknown) => e);
  expect(isProblem(late, 'house.deadline-passed')).toBe(true);
  expect(await greeted(db)).toEqual([]);
  expect(await getCommandOutcomes(db, [commandId])).toMatchObject([{ state: 'unknown' }]);
});

test('past four thousand that wait, commands are refused untried, and those that wait are carried out', async () => {
  let open = () => undefined as unknown;
  const opened = new Promise<void>((resolve) => {
    open = () => resolve();
  });
  const held = handles([openSession], async (items, work) => {
    await opened;
    await admitting.handle(items, work);
  });
  const busy = await stage.consumer({ handlers: [held], subscriptions: [] });
  const asked = Array.from({ length: 4_400 }, () =>
    busy.ask(openSession, preferences, { remainingMs: 30_000 }).catch((error: unknown) => error),
  );
  open();
  const outcomes = await Promise.all(asked);
  const refused = outcomes.filter((outcome) => isProblem(outcome, 'house.too-busy'));
  expect(refused.length).toBeGreaterThan(0);
  expect(await greeted(db)).toHaveLength(4_400 - refused.length);
  expect(outcomes.filter((outcome) => outcome instanceof Error)).toHaveLength(refused.length);
  await busy.stop();
});
