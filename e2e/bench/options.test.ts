import { expect, test } from 'vitest';
import { figureNames, OptionProblem, readOptions } from './options.js';

test('everything is measured unless something is named', () => {
  expect([...(readOptions([])?.only ?? [])]).toEqual(figureNames);
  expect([...(readOptions(['--only', 'list,orders'])?.only ?? [])]).toEqual(['list', 'orders']);
  expect(readOptions(['--shoppers', '8,32'])?.shoppers).toEqual([8, 32]);
  expect(readOptions(['--help'])).toBeNull();
});

test('of a shop that is not ours, what needs its Postgres is left out', () => {
  expect(readOptions(['--url', 'http://localhost:8080'])?.only.has('four-rows')).toBe(false);
});

test('what cannot be understood is said', () => {
  for (const args of [
    ['--only', 'lists'],
    ['--seconds', 'ten'],
    ['--seconds', '0'],
    ['--sekunden', '1'],
    ['now'],
  ])
    expect(() => readOptions(args)).toThrow(OptionProblem);
});
