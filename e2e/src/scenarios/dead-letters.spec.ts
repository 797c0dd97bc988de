import { randomUUID } from 'node:crypto';
import { pointsEarned } from '@evenkeel/contracts';
import { newOrderId } from '@evenkeel/testing';
import { expect, onTestFinished, test } from 'vitest';
import { sayEarned, UNBOOKABLE } from '../support/earning.js';
import { eventually } from '../support/eventually.js';
import { LetterDesk, type LetterSeen } from '../support/letter-desk.js';
import { operator, shop } from '../support/scenario.js';
import { ThirdParty } from '../support/third-party.js';

/** More than one batch of a replay. */
const UNREADABLE = 25;
const WITHIN_MS = 60_000;

/** Points of as many orders that nobody can read, and of one that finance cannot book. */
async function spoil() {
  const orders = Array.from({ length: UNREADABLE }, () => newOrderId());
  const poisoned = newOrderId();
  const { postgres = '' } = shop().engines;
  await sayEarned(postgres, [
    ...orders.map((orderId) => ({ orderId, earned: 'many' as never })),
    { orderId: poisoned, earned: UNBOOKABLE },
  ]);
  return [...orders, poisoned];
}

const mended = ({ payload }: Pick<LetterSeen, 'payload'>): string =>
  payload.replace(/"earned":("many"|\d+)/, '"earned":3');

test('dead letters are edited by their contract and replayed once, though the auditor dies in the middle', async () => {
  const desk = await LetterDesk.signIn(shop().gateway);
  const auditor = await ThirdParty.signIn(shop().gateway);
  const ops = await operator();
  const { pid } = shop().processes.auditor ?? {};
  if (!pid) throw new Error('The shop has no auditor');
  const m5 = async () => (await auditor.scoreboard()).find(({ id }) => id === 'M5')?.state;

  const orders = await spoil();
  const all = UNREADABLE + orders.length;
  const groups = await eventually(async () => {
    const found = await desk.groups();
    expect(found.reduce((sum, { open }) => sum + open, 0)).toBe(all);
    return found;
  }, WITHIN_MS);
  const unreadable = { type: 'unreadable', open: UNREADABLE };
  expect(groups).toHaveLength(3);
  expect(groups).toMatchObject([
    { durable: 'finance__book-points', type: pointsEarned.type, open: 1 },
    expect.objectContaining(unreadable),
    expect.objectContaining(unreadable),
  ]);
  await eventually(async () => expect(await m5()).toBe('VIOLATED'), WITHIN_MS);

  // What its contract does not take changes nothing, and leaves no entry.
  const letters = await desk.letters();
  const [first] = letters;
  if (!first) throw new Error('There are no letters');
  const subject = `${first.service}/${first.durable}/${first.messageId}`;
  const refused = await desk.edit(first, mended(first).replace('"earned":3', '"earned":null'));
  expect(refused).toMatchObject({ __typename: 'PayloadMisfit', issues: [{ path: ['data', 'earned'] }] });
  expect(await desk.letter(first)).toEqual(first);
  expect(await auditor.entries(subject)).toEqual([]);

  const edits = await Promise.all(letters.map((letter) => desk.edit(letter, mended(letter))));
  expect(edits).toEqual(letters.map(() => ({ __typename: 'DeadLetterEdited' })));
  expect(await desk.edit(first, first.payload)).toMatchObject({ __typename: 'DeadLetterNotEditable' });

  const { mend } = await desk.slowDown('finance', 700);
  onTestFinished(mend);
  const key = randomUUID();
  // The answer is lost with the auditor, or comes from the one that follows.
  const asked = desk.replayAll(key).catch(() => null);
  const half = await eventually(async () => {
    const [newest] = await desk.replays();
    expect(newest).toMatchObject({ state: 'RUNNING', total: all });
    expect(newest?.done).toBeGreaterThan(0);
    return newest;
  });
  expect(half?.left).toBeGreaterThan(0);
  process.kill(pid, 'SIGKILL');
  await Promise.all([asked, mend()]);

  const over = await eventually(async () => {
    const replay = await desk.replayAll(key);
    expect(replay.state).toBe('DONE');
    return replay;
  }, WITHIN_MS);
  expect(over).toMatchObject({ id: half?.id, total: all, done: all, failed: 0, left: 0 });
  const journals = await Promise.all(orders.map((order) => ops.journals(order)));
  expect(journals.map((of) => of.map(({ kind }) => kind))).toEqual(orders.map(() => ['points-earned']));
  expect(await desk.groups()).toEqual([]);
  expect(await desk.letter(first)).toMatchObject({ state: 'REPLAYED' });

  const who = await desk.operator();
  expect(await auditor.entries(subject)).toMatchObject([
    { who, what: 'dead letter edited', from: `data.earned: ${UNBOOKABLE}`, to: 'data.earned: 3' },
  ]);
  const entries = (await auditor.entries('every service')).filter(({ at }) => at >= (half?.startedAt ?? ''));
  expect(entries).toMatchObject([
    { who, from: `${all} dead letters`, to: `replay ${over.id}` },
    { who, from: `${all} dead letters`, to: `${all} replayed, 0 failed, 0 of them in quarantine` },
  ]);
  await eventually(async () => expect(await m5()).toBe('HOLDS'), WITHIN_MS);
}, 240_000);
