import { ORDER_STATES } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { isOver } from './judge-hold.js';

test('only an order that ended unpaid or was refunded has no use for its hold', () => {
  const over = ORDER_STATES.filter((state) => isOver(state, true));
  expect(over).toEqual(['rejected', 'cancelled', 'expired', 'refunded']);
});

test('a hold of an order that nobody knows is kept for an hour', () => {
  expect(isOver(null, false)).toBe(false);
  expect(isOver(null, true)).toBe(true);
});
