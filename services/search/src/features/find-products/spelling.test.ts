import { expect, test } from 'vitest';
import { betterSpelling, likeStretch } from './spelling.js';

const word = (text: string, offset: number, ...options: string[]) => ({
  text,
  offset,
  length: text.length,
  options: options.map((option) => ({ text: option })),
});

test('unknown words are replaced where they stand, the others are kept as they were typed', () => {
  const words = [word('bras', 0, 'brass'), word('lammp', 6, 'lamp'), word('desk', 12)];
  expect(betterSpelling('Bras, lammp Desk', words)).toBe('brass, lamp Desk');
  expect(betterSpelling('desk', [word('desk', 0)])).toBeNull();
});

test('a mistyped Chinese word is found in a title by its other signs', () => {
  expect(likeStretch('提粱壶', '长注提梁壶 900 ml')).toBe('提梁壶');
  expect(likeStretch('提梁壶', '长注提梁壶')).toBeNull();
  expect(likeStretch('电饭锅', '长注提梁壶')).toBeNull();
});
