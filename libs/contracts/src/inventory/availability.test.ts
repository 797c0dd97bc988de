import type { Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { availabilityOf } from './availability.js';

test.each([
  [10, 10, 'sold-out', null, 10],
  [10, 5, 'low', 5, 5],
  [10, 4, 'in-stock', null, null],
])('%i on hand, %i reserved: %s', (onHand, reserved, state, left, held) => {
  const sku = 'CUP' as Sku;
  expect(availabilityOf({ sku, onHand, reserved, version: 7 })).toEqual({
    sku,
    state,
    left,
    held,
    version: 7,
  });
});
