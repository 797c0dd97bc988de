import { expect, test } from 'vitest';
import { NUMBER_CURSOR, pageFrom, pageRequestAfter, TIME_UUID_CURSOR } from './paging.js';

const numbers = (rows: readonly number[], first: number) =>
  pageFrom(rows, first, { cursor: String, item: (row) => (row === 13 ? null : row) });

test('the row too many is not shown and says that there is more', () => {
  expect(numbers([1, 2, 3], 2)).toEqual({ items: [1, 2], cursors: ['1', '2'], next: '2' });
});

test('a page that is just full is the last one', () => {
  expect(numbers([1, 2], 2)).toEqual({ items: [1, 2], cursors: ['1', '2'], next: null });
  expect(numbers([], 2)).toEqual({ items: [], cursors: [], next: null });
});

test('a row without an item does not end the list', () => {
  expect(numbers([1, 13, 14], 2)).toEqual({ items: [1], cursors: ['1'], next: '13' });
});

test('the cursor of another list is refused', () => {
  const reviews = pageRequestAfter(TIME_UUID_CURSOR);
  const after = '2026-11-07T09:00:00.000Z|f90d5054-eb9c-5c6b-8126-4515fa20d190';
  expect(reviews.parse({ after })).toEqual({ first: 20, after });
  expect(reviews.safeParse({ after: '7214563982110720' }).success).toBe(false);
  expect(pageRequestAfter(NUMBER_CURSOR).safeParse({ after }).success).toBe(false);
});
