import { describe, expect, it } from 'vitest';
import type { Texts } from './texts.js';

const modules = import.meta.glob<Record<string, Texts<unknown>>>('../**/*.texts.ts', { eager: true });
const bundles = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).map(([name, both]) => [`${file} ${name}`, both] as const),
);

type Leaf = readonly [path: string, value: unknown];

function leaves(tree: unknown, path = ''): Leaf[] {
  if (typeof tree !== 'object' || tree === null) return [[path, tree]];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

/** What a text says for some values; functions are asked with numbers and with words. */
function said(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  const say = value as (...values: unknown[]) => string;
  return say(2, '2', '3');
}

// Types see to it that no key is missing; this sees to it that none is empty or left in the other language.
describe.each(bundles)('%s', (_name, { en, zh }) => {
  it('says everything in both languages', () => {
    const english = leaves(en).filter(([path]) => !/otherLanguage|switchLanguage/.test(path));
    const chinese = new Map(leaves(zh));
    expect(english.length).toBeGreaterThan(0);
    expect(english.filter(([, value]) => said(value).trim() === '')).toEqual([]);
    expect(english.filter(([path]) => said(chinese.get(path) ?? '').trim() === '')).toEqual([]);
    expect(english.filter(([, value]) => /\p{Script=Han}/u.test(said(value).replace('平舟', '')))).toEqual(
      [],
    );
  });

  it('says nothing in Chinese that is still English', () => {
    const chinese = leaves(zh).filter(([path]) => !/otherLanguage|switchLanguage/.test(path));
    const words = chinese.filter(([, value]) =>
      /[A-Za-z]{3,}( [A-Za-z]+)+/.test(said(value).replace('Evenkeel', '')),
    );
    expect(words.map(([path]) => path)).toEqual([]);
  });
});
