import { randomUUID } from 'node:crypto';
import {
  type ActionOutput,
  type AnyAction,
  editDeadLetter,
  getDeadLetterReplay,
  isProblem,
  listAuditEntries,
  listDeadLetterReplays,
  Problem,
  replayDeadLetters,
} from '@evenkeel/contracts';
import {
  actionContextOf,
  callerOf,
  eventually,
  type FakeHouse,
  fakeHouse,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Auditor, openAuditor } from './auditor.js';
import { DURABLE, LettersOfFinance } from './testing/letters.js';

const operator = callerOf('operator');
let database: ThrowAwayDatabase;
const running = new Set<FakeHouse>();

beforeAll(async () => {
  database = await throwAwayDatabase({ migrationsDir: new URL('../migrations', import.meta.url) });
});
afterEach(async () => {
  await Promise.all([...running].map(stop));
});
afterAll(() => database.drop());

type Running = Auditor & { readonly house: FakeHouse };

/** Starts one process's worth of the auditor, with these letters at finance. */
async function start({ call }: LettersOfFinance): Promise<Running> {
  const house = await fakeHouse('auditor');
  running.add(house);
  const { db, url: databaseUrl } = database;
  const auditor = openAuditor(Object.assign(house, { call }) as never, {
    ...{ db, databaseUrl, everyMs: 60_000, graceSeconds: 0.1, quietSeconds: 60, webhook: null },
  });
  auditor.start();
  return { ...auditor, house };
}

async function stop(house: FakeHouse): Promise<void> {
  if (running.delete(house)) await house.stop();
}

/** Asks for a replay, of which there is something to be done. */
async function replayOf(auditor: Auditor, input: object) {
  const replay = await run(auditor, replayDeadLetters, input);
  if (replay.kind !== 'replay') throw new Error(replay.why);
  const { kind: _, ...asked } = replay;
  return asked;
}

async function run<A extends AnyAction>({ actions }: Auditor, definition: A, input: object) {
  const served = actions.find((one) => one.definition.name === definition.name);
  if (!served) throw new Error(`${definition.name} is not served`);
  return (await served.run(input, actionContextOf(operator))) as ActionOutput<A>;
}

/** The entries about dead letters since the last time that they were read. */
let seen: string | null = null;
async function newEntries(auditor: Auditor) {
  const { items } = await run(auditor, listAuditEntries, { first: 100, after: seen });
  seen = items.at(-1)?.id ?? seen;
  return items.map(({ who, what, subject, from, to }) => ({ who, what, subject, from, to }));
}

const isOver = (auditor: Auditor, replayId: string) =>
  eventually(async () => {
    const replay = await run(auditor, getDeadLetterReplay, { replayId });
    expect(replay?.state).toBe('done');
    return replay;
  });

const editOf = (letter: { readonly id: string }, payload = 'new') => ({
  ...{ key: randomUUID(), service: 'finance', id: letter.id, durable: DURABLE, revision: 1, payload },
});

test('a replay of all is one for its key, with how far it is and an entry at its beginning and end', async () => {
  const finance = new LettersOfFinance(50);
  finance.handles = ({ id }) => id !== finance.letters[7]?.id;
  const auditor = await start(finance);
  const key = randomUUID();
  const replay = await replayOf(auditor, { key });
  expect(replay).toMatchObject({ state: 'done', done: 49, failed: 1, left: 0, subject: 'every service' });
  expect(await replayOf(auditor, { key })).toEqual(replay);
  expect(finance.letters.map(({ handed }) => handed)).toEqual(finance.letters.map(() => 1));
  const by = { who: operator.sub, subject: 'every service' };
  expect(await newEntries(auditor)).toEqual([
    { ...by, what: 'dead letters to be replayed', from: '50 dead letters', to: `replay ${replay.replayId}` },
    {
      ...by,
      what: 'dead letters replayed',
      from: '50 dead letters',
      to: '49 replayed, 1 failed, 0 of them in quarantine',
    },
  ]);
  const reused = await run(auditor, replayDeadLetters, { key, service: 'finance' }).catch((e: unknown) => e);
  expect(isProblem(reused, 'house.key-reused')).toBe(true);
  const { items } = await run(auditor, listDeadLetterReplays, { first: 1 });
  expect(items).toEqual([replay]);
});

test('what an auditor that stopped in the middle left undone, the next one does, and nothing twice', async () => {
  const finance = new LettersOfFinance(70);
  const first = await start(finance);
  let batches = 0;
  let cut = () => undefined as unknown;
  const stopped = new Promise<void>((resolve) => {
    cut = () => resolve();
  });
  // The second batch is done and nobody hears of it.
  finance.after = () => {
    batches += 1;
    if (batches !== 2) return;
    cut();
    throw new Problem('house.unavailable', 'The auditor is gone');
  };
  const asked = replayOf(first, { key: randomUUID(), service: 'finance' });
  await stopped;
  await stop(first.house);
  const { replayId, ...half } = await asked;
  expect(half).toMatchObject({ state: 'running', done: 20, left: 50 });
  const second = await start(finance);
  expect(await isOver(second, replayId)).toMatchObject({ done: 70, failed: 0, left: 0, waitsFor: [] });
  expect(batches).toBeGreaterThan(3);
  expect(finance.letters.every(({ handed, state }) => handed === 1 && state === 'replayed')).toBe(true);
  expect((await newEntries(second)).map(({ what }) => what)).toEqual([
    'dead letters to be replayed',
    'dead letters replayed',
  ]);
});

test('two auditors at once carry a replay out once', async () => {
  const finance = new LettersOfFinance(45);
  const [one, other] = await Promise.all([start(finance), start(finance)]);
  const { replayId } = await replayOf(one, { key: randomUUID(), service: 'finance' });
  expect(await isOver(other, replayId)).toMatchObject({ done: 45 });
  expect(finance.letters.every(({ handed }) => handed === 1)).toBe(true);
  expect(await newEntries(one)).toHaveLength(2);
});

test('a service that does not answer is named, holds up no other, and is asked until it does', async () => {
  const finance = new LettersOfFinance(3);
  let isAway = true;
  finance.before = (name) => {
    if (name.startsWith('views.') && isAway) throw new Problem('house.unavailable', 'views is away');
  };
  const auditor = await start(finance);
  const replay = await replayOf(auditor, { key: randomUUID() });
  expect(replay).toMatchObject({ state: 'running', done: 3, waitsFor: ['views: views is away'] });
  isAway = false;
  expect(await isOver(auditor, replay.replayId)).toMatchObject({ done: 3, waitsFor: [] });
  await newEntries(auditor);
});

test('one letter in quarantine is replayed when it is named, and the entries say from which state', async () => {
  const finance = new LettersOfFinance(1, 'quarantined');
  const [letter] = finance.letters;
  const auditor = await start(finance);
  const none = await run(auditor, replayDeadLetters, { key: randomUUID(), service: 'finance' });
  expect(none).toMatchObject({ state: 'done', done: 0, failed: 0 });
  await newEntries(auditor);
  const named = { service: 'finance', letter: { id: letter?.id, durable: DURABLE } };
  const replay = await replayOf(auditor, { key: randomUUID(), ...named });
  expect(replay).toMatchObject({ state: 'done', done: 1 });
  const again = await run(auditor, replayDeadLetters, { key: randomUUID(), ...named });
  expect(again).toMatchObject({ kind: 'not-replayable' });
  expect(await newEntries(auditor)).toMatchObject([
    { subject: `finance/${DURABLE}/${letter?.id}`, from: 'quarantined', to: `replay ${replay.replayId}` },
    { subject: `finance/${DURABLE}/${letter?.id}`, from: 'quarantined', to: 'replayed' },
  ]);
});

test('an edit is done once for its key, with an entry of who, from what to what; a refused one leaves none', async () => {
  const finance = new LettersOfFinance(1, 'quarantined');
  const [letter = { id: '' }] = finance.letters;
  const auditor = await start(finance);
  const misfit = editOf(letter, 'misfit');
  expect(await run(auditor, editDeadLetter, misfit)).toMatchObject({ kind: 'misfit' });
  expect(await newEntries(auditor)).toEqual([]);
  const edit = editOf(letter);
  const both = await Promise.all([1, 2].map(() => run(auditor, editDeadLetter, edit)));
  expect(both).toMatchObject([{ kind: 'edited' }, { kind: 'edited' }]);
  expect(await run(auditor, editDeadLetter, edit)).toMatchObject({ kind: 'edited' });
  expect(finance.edited).toBe(1);
  const by = { who: operator.sub, subject: `finance/${DURABLE}/${letter.id}` };
  expect(await newEntries(auditor)).toEqual([
    { ...by, what: 'dead letter edited', from: 'old', to: 'new' },
    { ...by, what: 'dead letter released', from: 'quarantined', to: 'open' },
  ]);
  const other = await run(auditor, editDeadLetter, { ...edit, payload: 'x' }).catch((e: unknown) => e);
  expect(isProblem(other, 'house.key-reused')).toBe(true);
});

test('an edit whose auditor died before it heard of it gets its entry from the next one', async () => {
  const finance = new LettersOfFinance(1);
  const [letter = { id: '' }] = finance.letters;
  const first = await start(finance);
  finance.after = () => {
    finance.after = () => undefined;
    throw new Problem('house.unavailable', 'The auditor is gone');
  };
  await expect(run(first, editDeadLetter, editOf(letter))).rejects.toThrow('The auditor is gone');
  await stop(first.house);
  await database.db.query({
    text: `update letter_edits set at = at - interval '1 minute' where answer is null`,
  });
  const second = await start(finance);
  const entry = { who: operator.sub, what: 'dead letter edited', from: 'old', to: 'new' };
  await eventually(async () => expect(await newEntries(second)).toMatchObject([entry]));
  expect(finance.edited).toBe(1);
});
