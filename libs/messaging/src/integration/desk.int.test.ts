import { type DeadLetterName, replayTally } from '@evenkeel/contracts';
import { type EventId, newId } from '@evenkeel/kernel';
import type { DeadLetterDesk } from '@evenkeel/messaging';
import { eventually, type ServiceInstance } from '@evenkeel/testing';
import { expect } from 'vitest';
import { greeted, POISON } from './greetings.js';
import { event, openScene } from './scene.js';
import { type Stage, staged } from './stage.js';

const test = staged.concurrent;
const BATCH = { first: 10, waitMs: 10_000 };
const ALL = { first: 100, after: null, group: null, state: null };

/** A service that could not read these events, and its desk. */
async function withLetters(stage: Stage, ...events: readonly object[]) {
  const scene = await openScene(stage);
  const consumer = await stage.consumer();
  await scene.publishRaw(events);
  await eventually(async () => expect(await scene.deadLetters()).toHaveLength(events.length));
  return { consumer, desk: consumer.messaging.deadLetters };
}

const unreadable = (id: string = newId()) => ({ ...event('nobody', id), data: {} });
const asNew = (name: string, id: string) => JSON.stringify(event(name, id));
const replayAll = (desk: DeadLetterDesk, replayId: string = newId<EventId>()) =>
  desk.replay({ replayId }, BATCH);
const only = (letter: DeadLetterName) => ({
  replayId: newId<EventId>(),
  letter: { id: letter.id, durable: letter.durable },
});

async function theLetter(desk: DeadLetterDesk) {
  const [head] = await desk.list({ ...ALL, first: 1 });
  const letter = head && (await desk.find(head));
  if (!letter) throw new Error('There is no letter');
  return letter;
}

const edit = async (desk: DeadLetterDesk, payload: string, by: string | null = newId()) => {
  const { id, durable, revision } = await theLetter(desk);
  return desk.edit({ id, durable, revision, payload }, by);
};

const namesOf = ({ heard }: Stage) => greeted(heard.db);

test('an edit that the contract does not take is refused with where it is wrong, and changes nothing', async ({
  stage,
}) => {
  const id = newId();
  const { desk } = await withLetters(stage, unreadable(id));
  const before = await theLetter(desk);
  const asked: [payload: string, path: string[]][] = [
    ['{', []],
    [JSON.stringify({ ...event('x', id), data: {} }), ['data', 'customerId']],
    [JSON.stringify({ ...event('x', id), occurredAt: 7 }), ['occurredAt']],
    [asNew('x', newId()), ['id']],
    [JSON.stringify({ ...event('x', id), type: 'order.order-paid' }), ['data', 'orderId']],
  ];
  for (const [payload, path] of asked) {
    const answer = await edit(desk, payload);
    const issues = answer.kind === 'misfit' ? answer.issues : [];
    expect(issues.map((issue) => issue.path)).toContainEqual(path);
  }
  expect(await theLetter(desk)).toEqual(before);
});

test('an edited letter is replayed once, however often that is asked, by its own id', async ({ stage }) => {
  const id = newId();
  const { desk } = await withLetters(stage, unreadable(id));
  const by = newId();
  expect(await edit(desk, asNew('late', id), null)).toMatchObject({ kind: 'edited' });
  const { revision, ...letter } = await theLetter(desk);
  const wanted = { ...letter, revision, payload: asNew('late', id) };
  const asked = [desk.edit(wanted, by), desk.edit(wanted, by)];
  for (const edited of [...(await Promise.all(asked)), await desk.edit(wanted, by)])
    expect(edited).toMatchObject({ kind: 'edited', wasIn: 'open' });
  expect(await desk.edit(wanted, newId())).toMatchObject({ kind: 'not-editable' });
  expect(await theLetter(desk)).toMatchObject({ type: 'identity.customer-registered', revision: 2 });
  const replayId = newId<EventId>();
  const both = await Promise.all([replayAll(desk, replayId), replayAll(desk)]);
  expect(both.map(({ left }) => left)).toEqual([0, 0]);
  expect(await replayAll(desk, replayId)).toMatchObject({ left: 0, failed: 0 });
  expect(await desk.list(ALL)).toEqual([]);
  expect(await desk.find(letter)).toMatchObject({ state: 'replayed' });
  expect(await namesOf(stage)).toEqual(['late']);
});

test('what was handled before its letter could be marked is absorbed when it is replayed again', async ({
  stage,
}) => {
  const id = newId();
  const { desk, consumer } = await withLetters(stage, unreadable(id));
  await edit(desk, asNew('once', id));
  const { db } = stage.heard;
  await db.query({
    text: 'alter table dead_letters add constraint no_mark check (changed_at is null) not valid',
  });
  expect(await replayAll(desk)).toMatchObject({ done: 0, left: 1 });
  expect(consumer.house.lines.map(({ message }) => message)).toContain(
    'Could not write down what became of a dead letter',
  );
  await db.query({ text: 'alter table dead_letters drop constraint no_mark' });
  await consumer.stop();
  const next: ServiceInstance = await stage.consumer();
  expect(replayTally.parse(await replayAll(next.messaging.deadLetters))).toMatchObject({ done: 1, left: 0 });
  expect(await namesOf(stage)).toEqual(['once']);
});

test('a letter whose replay fails three times is left alone until it is named or edited', async ({
  stage,
}) => {
  const id = newId();
  const { desk } = await withLetters(stage, unreadable(id));
  await edit(desk, asNew(POISON, id));
  const { group } = await theLetter(desk);
  for (let replays = 1; replays <= 3; replays += 1) {
    expect(await replayAll(desk)).toMatchObject({ done: 0, failed: 1, left: 0 });
    expect(await theLetter(desk)).toMatchObject({ replays, error: 'Nobody can be called that' });
  }
  expect(await theLetter(desk)).toMatchObject({ state: 'quarantined' });
  expect((await theLetter(desk)).group).not.toBe(group);
  expect(await replayAll(desk)).toEqual({ done: 0, failed: 0, left: 0, quarantined: 0 });
  expect(await desk.replay(only(await theLetter(desk)), BATCH)).toMatchObject({ failed: 1, quarantined: 1 });
  expect(await edit(desk, asNew('well', id))).toMatchObject({ kind: 'edited', wasIn: 'quarantined' });
  expect(await theLetter(desk)).toMatchObject({ state: 'open', replays: 0 });
  expect(await replayAll(desk)).toMatchObject({ done: 1 });
  expect(await namesOf(stage)).toEqual(['well']);
});

test('a batch is no larger than was asked for, and the rest follows', async ({ stage }) => {
  const ids = Array.from({ length: 5 }, () => newId<EventId>());
  const { desk } = await withLetters(stage, ...ids.map((id) => unreadable(id)));
  const replay = { replayId: newId<EventId>() };
  const took: number[] = [];
  for (let left = 5; left > 0; took.push(left))
    ({ left } = await desk.replay(replay, { ...BATCH, first: 2 }));
  expect(took).toEqual([3, 1, 0]);
  // None of them can be read still, so each failed, once.
  expect(await desk.list(ALL)).toHaveLength(5);
  expect((await desk.list(ALL)).map(({ replays }) => replays)).toEqual([1, 1, 1, 1, 1]);
});
