import { expect, test } from 'vitest';
import { takenByAll } from './floor.js';

const durable = (name: string, floor: number, waiting: { pending?: number; unacked?: number } = {}) => ({
  name,
  ack_floor: { stream_seq: floor },
  num_pending: waiting.pending ?? 0,
  num_ack_pending: waiting.unacked ?? 0,
});

test('what the slowest has acknowledged is what all have taken', () => {
  const durables = [durable('a', 80, { unacked: 3 }), durable('b', 40, { pending: 60 })];
  expect(takenByAll(['a', 'b'], durables, 100)).toBe(40);
});

test('one that waits for nothing has taken everything, wherever its last own message stood', () => {
  const durables = [durable('a', 80, { unacked: 3 }), durable('rare', 2)];
  expect(takenByAll(['a', 'rare'], durables, 100)).toBe(80);
});

test('nothing is taken by all while the broker lacks a durable of the registry', () => {
  expect(takenByAll(['a', 'missing'], [durable('a', 80)], 100)).toBe(0);
});

test('what nobody follows was taken by nobody', () => {
  expect(takenByAll([], [durable('stray', 100)], 100)).toBe(0);
});

test('durables that nobody declared hold nothing back', () => {
  expect(takenByAll(['a'], [durable('a', 100), durable('stray', 1, { pending: 9 })], 100)).toBe(100);
});

test('what came after the look at the stream is not counted', () => {
  expect(takenByAll(['a'], [durable('a', 120, { pending: 1 })], 100)).toBe(100);
});
