import type { Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { stockOf } from './gather-parts.js';

test.each([
  [10, 10, 'sold-out', null],
  [10, 5, 'low', 5],
  [10, 4, 'in-stock', null],
])('%i on hand, %i reserved: %s', (onHand, reserved, state, left) => {
  expect(stockOf({ sku: 'CUP' as Sku, onHand, reserved, version: 7 })).toEqual({
    sku: 'CUP',
    state,
    left,
    version: 7,
  });
});
