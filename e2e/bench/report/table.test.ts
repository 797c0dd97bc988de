import { expect, test } from 'vitest';
import { digits, table } from './table.js';

test('columns stand under each other', () => {
  expect(
    table([
      ['', 'p50'],
      ['list of 20', '1,234'],
    ]),
  ).toBe('                p50\n  list of 20  1,234\n');
});

test('figures show what matters of them', () => {
  expect([1234.5, 99.94, 9.996, 0.123, null].map(digits)).toEqual(['1,235', '99.9', '10.00', '0.12', '-']);
});
