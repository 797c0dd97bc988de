import { type ActiveFault, wantedFault } from '@evenkeel/contracts';
import { type FaultId, newId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { type Crossing, FaultBoard } from './fault-board.js';

const fault = (wanted: object = {}): ActiveFault => ({
  ...wantedFault.parse({ fault: 'lane.after-commit', ...wanted }),
  id: newId<FaultId>(),
  fired: 0,
  remainingMs: 60_000,
});
const crossing = (part: Partial<Crossing> = {}): Crossing => ({
  point: 'lane.after-commit',
  service: 'order',
  runIds: () => [],
  now: 0,
  chance: 0,
  ...part,
});
function boardWith(...faults: readonly ActiveFault[]): FaultBoard {
  const board = new FaultBoard();
  for (const one of faults) board.add(one, 0);
  return board;
}

test('a fault takes effect at its point, as often as it was asked for', () => {
  const set = fault({ count: 2 });
  const board = boardWith(set);
  expect(board.take(crossing({ point: 'relay.before-mark' }))).toBeNull();
  expect([1, 2, 3].map(() => board.take(crossing())?.id ?? null)).toEqual([set.id, set.id, null]);
  expect(board.list(0)).toMatchObject([{ id: set.id, fired: 2 }]);
});

test('a fault of one service leaves the others alone', () => {
  const board = boardWith(fault({ at: 'finance' }));
  expect(board.take(crossing())).toBeNull();
  expect(board.concerns('order', 0)).toBe(false);
  expect(board.take(crossing({ service: 'finance' }))).not.toBeNull();
});

test('a fault of one run happens to the work of that run alone', () => {
  const board = boardWith(fault({ runId: 'mine' }));
  expect(board.take(crossing({ runIds: () => ['another', undefined] }))).toBeNull();
  expect(board.take(crossing({ runIds: () => ['another', 'mine'] }))).not.toBeNull();
});

test('a fault that happens seldom leaves most crossings alone', () => {
  const board = boardWith(fault({ probability: 0.1, count: 10 }));
  expect(board.take(crossing({ chance: 0.1 }))).toBeNull();
  expect(board.take(crossing({ chance: 0.09 }))).not.toBeNull();
});

test('a fault clears itself when its time has passed', () => {
  const board = boardWith(fault());
  expect(board.take(crossing({ now: 60_000 }))).toBeNull();
  expect(board.concerns('order', 60_000)).toBe(false);
  expect(board.list(60_000)).toEqual([]);
});

test('a fault that fired elsewhere fires that much less here', () => {
  const set = fault();
  const board = boardWith(set);
  expect(board.note(set.id, 'once')).toBe(true);
  expect(board.take(crossing())).toBeNull();
});

test('a time that is told twice is counted once, and one of a fault that nobody knows is not heard', () => {
  const set = fault({ count: 2 });
  const board = boardWith(set);
  for (const firing of ['once', 'once']) expect(board.note(set.id, firing)).toBe(true);
  expect(board.list(0)).toMatchObject([{ fired: 1 }]);
  expect(board.note(newId<FaultId>(), 'once')).toBe(false);
});

test('a process that starts takes over what the others know', () => {
  const set = { ...fault({ count: 3 }), fired: 2 };
  const board = boardWith(set);
  board.add({ ...set, fired: 1 }, 0);
  expect(board.take(crossing())).not.toBeNull();
  expect(board.take(crossing())).toBeNull();
});

test('one fault is cleared, or all', () => {
  const [one, other] = [fault(), fault({ at: 'order' })];
  const board = boardWith(one, other);
  expect(board.clear(one.id).map(({ id }) => id)).toEqual([one.id]);
  expect(board.take(crossing())?.id).toBe(other.id);
  board.clear(null);
  expect(board.list(0)).toEqual([]);
});
