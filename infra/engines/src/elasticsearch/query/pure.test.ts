import { describe, expect, it } from 'vitest';
import { allowedEdits, editDistance } from '../invert/edit-distance.js';
import { decodedLengths, encodeLength } from '../invert/norms.js';
import { TermDictionary } from '../invert/term-dictionary.js';
import { compareText } from '../sorted-text.js';
import { minimumShouldMatch } from './minimum-should-match.js';
import { alignments } from './phrase-alignment.js';

describe('minimum_should_match', () => {
  it.each([
    [2, 3, 2],
    [5, 3, 5],
    [-1, 3, 2],
    ['75%', 4, 3],
    ['-25%', 5, 4],
    ['2<75%', 2, 2],
    ['2<75%', 4, 3],
    ['2<-25% 9<-3', 12, 9],
    ['2<-25% 9<-3', 8, 6],
  ])('%s of %i is %i', (spec, count, expected) => {
    expect(minimumShouldMatch(spec, count)).toBe(expected);
  });

  it('does not guess', () => {
    expect(minimumShouldMatch('most', 3)).toBeUndefined();
  });
});

describe('edit distance', () => {
  const distance = (left: string, right: string, transpositions = true) =>
    editDistance([...left], [...right], { limit: 2, transpositions });
  it.each([
    ['kettle', 'kettle', 0],
    ['kettel', 'kettle', 1],
    ['notebuk', 'notebook', 2],
    ['lmp', 'lamp', 1],
    ['tea', 'coffee', 3],
  ])('%s to %s takes %i', (left, right, edits) => {
    expect(distance(left, right)).toBe(edits);
  });
  it('counts a swap as two where swaps are not allowed', () => {
    expect(distance('kettel', 'kettle', false)).toBe(2);
  });
  it.each([
    ['AUTO', 'te', 0],
    ['AUTO', 'tea', 1],
    ['AUTO', 'kettle', 2],
    ['AUTO:4,7', 'tea', 0],
    [1, 'x', 1],
  ])('allows by %s for %s: %i', (fuzziness, term, edits) => {
    expect(allowedEdits(fuzziness, term)).toBe(edits);
  });
});

it('a dictionary finds by prefix and by likeness', () => {
  const dictionary = new TermDictionary(['tea', 'teapot', 'team', 'kettle', 'ten']);
  expect(dictionary.startingWith('tea')).toEqual(['tea', 'team', 'teapot']);
  const near = dictionary.near('taem', { edits: 1, prefixLength: 1, transpositions: true });
  expect(near).toEqual([{ term: 'team', edits: 1 }]);
});

it('keeps lengths as one byte, exact while they are short', () => {
  for (const length of [0, 1, 39, 40]) expect(decodedLengths[encodeLength(length)]).toBe(length);
  expect(decodedLengths[encodeLength(41)]).toBe(40);
  for (const length of [100, 1000, 1_000_000]) {
    const kept = decodedLengths[encodeLength(length)] ?? 0;
    expect(kept).toBeGreaterThan(length * 0.87);
    expect(kept).toBeLessThanOrEqual(length);
  }
});

it('orders text by code point', () => {
  expect(['\u{1f600}', '\uff21', 'b', 'a', 'ab'].sort(compareText)).toEqual([
    'a',
    'ab',
    'b',
    '\uff21',
    '\u{1f600}',
  ]);
});

describe('phrases', () => {
  const slots = (...positions: number[][]) => positions.map((each, offset) => ({ offset, positions: each }));
  it('finds each exact place', () => {
    expect(alignments(slots([1, 5, 9], [2, 10]), 0).map(({ first }) => first)).toEqual([1, 9]);
  });
  it('weighs a loose one by its looseness', () => {
    expect(alignments(slots([1], [4]), 4)).toEqual([{ first: 1, last: 4, weight: 1 / 3 }]);
    expect(alignments(slots([1], [4]), 1)).toEqual([]);
  });
  it('allows a swap for two moves', () => {
    expect(alignments(slots([2], [1]), 2)).toHaveLength(1);
    expect(alignments(slots([2], [1]), 1)).toHaveLength(0);
  });
});
