import { expect, it } from 'vitest';
import { stockTicks } from './stock-ticks.js';

it('draws one tick a piece, free ones first, then those that are held', () => {
  expect(stockTicks(3, 2)).toEqual({ free: 3, held: 2, gone: 7 });
});

it('never draws more than the row holds', () => {
  expect(stockTicks(10, 40)).toEqual({ free: 10, held: 2, gone: 0 });
});
