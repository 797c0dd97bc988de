import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnalysis } from './analysis.js';
import { porterStem } from './porter-stem.js';

interface Recorded {
  readonly mapping: { readonly settings: { readonly analysis: never } };
  readonly analyzed: Record<string, { text: string; tokens: [string, number, number, number][] }[]>;
}
const golden = JSON.parse(
  readFileSync(new URL('../golden/search.golden.json', import.meta.url), 'utf8'),
) as Recorded;
const { analyzers } = readAnalysis(golden.mapping.settings.analysis);
const terms = (analyzer: string, text: string) =>
  analyzers
    .get(analyzer)
    ?.tokens(text)
    .map((token) => token.term);

describe('analyzers', () => {
  for (const [name, samples] of Object.entries(golden.analyzed))
    for (const { text, tokens } of samples)
      it(`${name} cuts "${text}" as the original does`, () => {
        const cut = analyzers.get(name)?.tokens(text);
        expect(cut?.map((token) => [token.term, token.start, token.end, token.position])).toEqual(tokens);
      });

  it.each([
    ['standard', "a:b 3,14 x_1 ___ don't", ['a:b', '3,14', 'x_1', "don't"]],
    ['standard', '佐々木さん', ['佐', '々', '木', 'さ', 'ん']],
    ['standard', 'สวัสดี ok', ['สวัสดี', 'ok']],
    ['standard', 'fine 👍🏽 🇨🇳 1️⃣', ['fine', '👍🏽', '🇨🇳', '1️⃣']],
    ['cjk', '茶 Tea and 茶碗。', ['茶', 'tea', '茶碗']],
    ['cjk', '日本のＡＢＣ', ['日本', '本の', 'abc']],
    ['english', 'ponies caresses hopping relational', ['poni', 'caress', 'hop', 'relat']],
    ['whitespace', ' A b  C ', ['A', 'b', 'C']],
  ])('%s: %s', (name, text, expected) => {
    expect(terms(name, text)).toEqual(expected);
  });

  it('keeps the gap of a word it leaves out', () => {
    const cut = analyzers.get('english')?.tokens('lord of the rings');
    expect(cut?.map((token) => [token.term, token.position])).toEqual([
      ['lord', 0],
      ['ring', 3],
    ]);
  });

  it('cuts an endless word into pieces', () => {
    expect(terms('standard', 'x'.repeat(300))?.map((term) => term.length)).toEqual([255, 45]);
  });

  it('refuses what it could not carry out', () => {
    expect(() => readAnalysis({ analyzer: { a: { tokenizer: 'standard', filter: ['phonetic'] } } })).toThrow(
      /phonetic/,
    );
    expect(() => readAnalysis({ filter: { a: { type: 'synonym', synonyms: ['a, b'] } } })).toThrow(/synonym/);
    expect(() =>
      readAnalysis({ analyzer: { a: { tokenizer: 'standard', char_filter: ['html_strip'] } } }),
    ).toThrow(/char_filter/);
  });
});

it.each(
  'agreed:agre plastered:plaster motoring:motor sing:sing conflated:conflat falling:fall filing:file happy:happi sky:sky digitizer:digit vietnamization:vietnam triplicate:triplic adoption:adopt homologou:homolog probate:probat rate:rate controll:control roll:roll'
    .split(' ')
    .map((pair) => pair.split(':')),
)('stems %s to %s', (word, stem) => {
  expect(porterStem(word ?? '')).toBe(stem);
});
