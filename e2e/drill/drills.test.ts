import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configurations } from '../proof/configurations/index.js';
import { MATRIX } from './drills.js';
import { nameOf } from './run-drill.js';

const page = readFileSync(new URL('../../docs/patterns.md', import.meta.url), 'utf8');
const wordsOf = (command: string) =>
  [...page.matchAll(new RegExp(`^npm run ${command} -- --only "?([^"\\n]+)"?$`, 'gm'))].map(
    ([, words = '']) => words,
  );

test('no drill is there twice', () => {
  expect(new Set(MATRIX.map(nameOf)).size).toBe(MATRIX.length);
});

test('the drills and proofs that the page of patterns names are there', () => {
  for (const words of wordsOf('drill'))
    expect(MATRIX.some((drill) => nameOf(drill).includes(words))).toBe(true);
  for (const words of wordsOf('proof'))
    expect(configurations.some(({ name }) => name.includes(words))).toBe(true);
});
