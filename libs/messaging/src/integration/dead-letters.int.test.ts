import { type EventId, newId, systemClock } from '@evenkeel/kernel';
import { fakeHouse, type ThrowAwayBroker, throwAwayBroker, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { DeadLetters, KeptLetter, NewDeadLetter } from '../dead-letters/dead-letter.js';
import { deadLetterStream } from '../dead-letters/dead-letter-stream.js';
import { deadLetterTable } from '../dead-letters/dead-letter-table.js';
import { migrationsDir } from './greetings.js';

const DAY_MS = 86_400_000;
const ALL = { first: 100, after: null, group: null, state: null };
const broker: ThrowAwayBroker = await throwAwayBroker();
const house = await fakeHouse('views', { natsUrl: broker.url });
const { db, drop } = await throwAwayDatabase({ migrationsDir });

afterAll(async () => {
  await house.stop();
  await Promise.all([broker.stop(), drop()]);
});

const letter = (error = 'Order 17 is unknown', more: Partial<NewDeadLetter> = {}): NewDeadLetter => ({
  ...{ id: newId<EventId>(), durable: 'views__follow-order', type: 'order.order-paid' },
  ...{ payload: '{}', error, tries: 5 },
  ...more,
});

let daysLater = 0;
let made = 0;
const stores = {
  async table() {
    await db.query({ text: 'truncate dead_letters' });
    return deadLetterTable(db);
  },
  async stream() {
    daysLater = 0;
    made += 1;
    const clock = { now: () => systemClock.now() + daysLater * DAY_MS };
    // Another each time: a stream that is made right after one of its name was deleted can begin with what that held.
    return deadLetterStream({ nats: house.nats, service: `views-${made}`, clock });
  },
};

describe.each(['table', 'stream'] as const)('dead letters in a %s', (kind) => {
  let letters: DeadLetters;
  beforeEach(async () => {
    letters = await stores[kind]();
  });

  async function buried(...all: readonly NewDeadLetter[]): Promise<KeptLetter[]> {
    for (const one of all) await letters.bury(one);
    const kept = await Promise.all(all.map((one) => letters.find(one)));
    return kept.flatMap((one) => one ?? []);
  }

  test('a letter that is buried again stays as it is', async () => {
    const one = letter();
    const [first] = await buried(one);
    expect(first).toMatchObject({ ...one, state: 'open', replays: 0, revision: 1, changedBy: null });
    expect(await buried({ ...one, error: 'Another' })).toEqual([first]);
    expect(await letters.list(ALL)).toHaveLength(1);
  });

  test('where nothing was buried there is nothing to see, and nothing to replay', async () => {
    const replay = { replayId: newId<EventId>() };
    expect(await letters.find(letter())).toBeNull();
    expect([await letters.list(ALL), await letters.groups(9), await letters.untried(replay, 9)]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await letters.tally(replay)).toEqual({ done: 0, failed: 0, left: 0, quarantined: 0 });
  });

  test('pages follow each other, newest first, without a gap or a repetition', async () => {
    const all = await buried(...Array.from({ length: 5 }, () => letter()));
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: { at: string; id: string }[] = await letters.list({ ...ALL, first: 2, after });
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (!last) break;
      after = `${last.at}|${last.id}`;
    }
    const places = all.map(({ at, id }) => `${at}|${id}`).sort();
    expect(seen).toEqual(places.reverse().map((place) => place.split('|')[1]));
  });

  test('ids and numbers do not split a group; what was replayed is in none', async () => {
    const [a, b, other] = await buried(letter(), letter('Order 18 is unknown'), letter('No such wallet'));
    if (!a || !b || !other) throw new Error('Not buried');
    expect(a.group).toBe(b.group);
    await letters.change(a, newId(), { state: 'quarantined' });
    await letters.change(other, newId(), { state: 'replayed' });
    const [group, ...more] = await letters.groups(10);
    expect(more).toEqual([]);
    expect(group).toMatchObject({ group: a.group, open: 1, quarantined: 1, firstAt: a.at, lastAt: b.at });
    expect(await letters.list(ALL)).toHaveLength(2);
    expect(await letters.list({ ...ALL, state: 'replayed' })).toMatchObject([{ id: other.id }]);
    expect(await letters.list({ ...ALL, group: other.group })).toEqual([]);
  });

  test('of two who change the same revision, one is told that it was not changed', async () => {
    const [read] = await buried(letter());
    if (!read) throw new Error('Not buried');
    const changes = [1, 2].map((n) => letters.change(read, newId(), { payload: `{"n":${n}}` }));
    expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1);
    expect(await letters.find(read)).toMatchObject({ revision: 2 });
  });

  test('a replay is for open letters, each once, oldest first; for one in quarantine when it is named', async () => {
    const [a, b, c] = await buried(letter(), letter(), letter());
    if (!a || !b || !c) throw new Error('Not buried');
    const replay = { replayId: newId<EventId>(), group: a.group };
    const ids = async (first: number) => (await letters.untried(replay, first)).map(({ id }) => id);
    const inOrder = [a, b, c].sort((x, y) => (`${x.at}${x.id}` < `${y.at}${y.id}` ? -1 : 1));
    expect(await ids(2)).toEqual(inOrder.slice(0, 2).map(({ id }) => id));
    await letters.change(a, replay.replayId, { state: 'replayed' });
    await letters.change(b, replay.replayId, { state: 'open', replays: 1 });
    await letters.change(c, newId(), { state: 'quarantined' });
    expect(await ids(9)).toEqual([]);
    expect(await letters.tally(replay)).toEqual({ done: 1, failed: 1, left: 0, quarantined: 0 });
    const named = { replayId: newId<EventId>(), letter: c };
    expect(await letters.untried(named, 9)).toMatchObject([{ id: c.id }]);
    expect(await letters.tally(named)).toEqual({ done: 0, failed: 0, left: 1, quarantined: 1 });
  });

  test('what was replayed is forgotten after a month, and nothing else ever', async () => {
    const [replayed, lying] = await buried(letter(), letter());
    if (!replayed || !lying) throw new Error('Not buried');
    await letters.change(replayed, newId(), { state: 'replayed' });
    await letters.change(lying, newId(), { state: 'quarantined' });
    await letters.forget();
    expect(await letters.find(replayed)).not.toBeNull();
    daysLater = 31;
    await db.query({ text: `update dead_letters set changed_at = changed_at - interval '31 days'` });
    await letters.forget();
    expect(await letters.find(replayed)).toBeNull();
    expect(await letters.find(lying)).not.toBeNull();
  });
});
