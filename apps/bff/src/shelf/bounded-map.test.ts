import { expect, test } from 'vitest';
import { boundedMap } from './bounded-map.js';

test('what was not used for the longest time goes first', () => {
  const map = boundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.get('a');
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  expect(map.size()).toBe(2);
});
