import { expect, it } from 'vitest';
import { parseNames } from '../app/stored-list.js';
import { withNewest } from './seen.js';

it('keeps the newest first and each thing once', () => {
  expect(withNewest(['lamp', 'cup', 'bowl'], 'bowl')).toEqual(['bowl', 'lamp', 'cup']);
});

it('forgets the oldest', () => {
  const seen = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].reduce<readonly string[]>(withNewest, []);
  expect(seen).toEqual(['h', 'g', 'f', 'e', 'd', 'c', 'b']);
});

it('takes whatever else is in the storage for nothing', () => {
  expect(parseNames('{"a":1}')).toEqual([]);
  expect(parseNames('half a li')).toEqual([]);
  expect(parseNames('["lamp",3]')).toEqual(['lamp']);
});
