import { expect, test } from 'vitest';
import { changedParts } from './changed-parts.js';

test.each([
  [
    '{"a":1,"b":{"c":2,"d":[3,4]}}',
    '{"a":1,"b":{"c":"x","d":[3,5]}}',
    'b.c: 2\nb.d.1: 4',
    'b.c: "x"\nb.d.1: 5',
  ],
  ['{"a":1}', '{"a":1,"b":null}', 'b: nothing', 'b: null'],
  ['{"a":{}}', '{"a":{"b":1}}', 'a: {}\na.b: nothing', 'a: nothing\na.b: 1'],
  ['{"a":1}', '{ "a": 1 }', '', ''],
  ['[not JSON', '{"a":1}', '[not JSON', '{"a":1}'],
])('from %s to %s', (before, after, from, to) => {
  expect(changedParts(before, after)).toEqual({ from, to });
});

test('an entry stays readable however long the payload is', () => {
  const { from, to } = changedParts('x'.repeat(9_999), JSON.stringify({ a: 'y'.repeat(9_999) }));
  expect([from.length, to.length]).toEqual([2_001, 2_001]);
});
