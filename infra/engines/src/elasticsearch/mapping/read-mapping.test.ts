import { describe, expect, it } from 'vitest';
import { readAnalysis } from '../analysis/analysis.js';
import type { JsonObject } from '../json.js';
import { mergeMapping } from './merge-mapping.js';
import { readAccepted, readDocument } from './read-document.js';
import { readMapping } from './read-mapping.js';

const analysis = readAnalysis({ normalizer: { lower: { type: 'custom', filter: ['lowercase'] } } });
const mappings: JsonObject = {
  dynamic: 'strict',
  properties: {
    title: { type: 'text', fields: { exact: { type: 'keyword', ignore_above: 5 } } },
    code: { type: 'keyword', normalizer: 'lower' },
    price: { type: 'long' },
    share: { type: 'float' },
    day: { type: 'date' },
    open: { properties: { from: { type: 'short' } }, dynamic: 'false' },
    kept: { type: 'object', enabled: false },
    picture: { type: 'keyword', index: false, doc_values: false },
  },
};
const mapping = readMapping(mappings, analysis);
const values = (source: JsonObject) => Object.fromEntries(readDocument(mapping, source).values);

describe('a document', () => {
  it('is cut up by its mapping', () => {
    const source = {
      title: ['Lamp', 'Harbour'],
      code: 'ABC',
      price: '12',
      share: 0.1,
      day: '2026-02',
      open: { from: 7.9, by: 'x' },
    };
    expect(values(source)).toEqual({
      title: ['Lamp', 'Harbour'],
      'title.exact': ['Lamp'],
      code: ['abc'],
      price: [12],
      share: [Math.fround(0.1)],
      day: [Date.UTC(2026, 1, 1)],
      'open.from': [7],
    });
  });

  it('may keep what nobody looks for', () => {
    expect(values({ kept: { any: ['thing'] }, picture: 'x.png', price: null, code: [] })).toEqual({});
  });

  it('that was accepted before a mapping grew is read as far as it fits', () => {
    const source = { price: 'dear', code: 'x', open: 3, colour: 'red' };
    expect(Object.fromEntries(readAccepted(mapping, source).values)).toEqual({ code: ['x'] });
  });

  it.each<[string, JsonObject]>([
    ['an unknown field', { colour: 'red' }],
    ['text for a number', { price: 'dear' }],
    ['a number too large to hold', { price: 2 ** 53 }],
    ['a number out of range', { open: { from: 40_000 } }],
    ['a date that is none', { day: '2026-02-31' }],
    ['an object for a text', { title: { en: 'x' } }],
    ['a value for an object', { open: 3 }],
  ])('is refused with %s', (_, source) => {
    expect(() => values(source)).toThrow();
  });
});

describe('a mapping', () => {
  it.each<[string, JsonObject]>([
    ['an unknown type', { a: { type: 'vector' } }],
    ['an unknown parameter', { a: { type: 'keyword', boost: 2 } }],
    ['an unknown analyzer', { a: { type: 'text', analyzer: 'klingon' } }],
    ['half an index', { a: { type: 'keyword', index: false } }],
    ['nested in nested', { a: { type: 'nested', properties: { b: { type: 'nested' } } } }],
  ])('is refused with %s', (_, properties) => {
    expect(() => readMapping({ properties }, analysis)).toThrow();
  });

  it('grows', () => {
    const grown = mergeMapping(mappings, {
      properties: {
        extra: { type: 'keyword' },
        title: { type: 'text', fields: { raw: { type: 'keyword' } } },
      },
    });
    expect([...readMapping(grown, analysis).fields.keys()]).toEqual(
      expect.arrayContaining(['extra', 'title.raw', 'title.exact']),
    );
  });

  it('does not change what is indexed', () => {
    expect(() => mergeMapping(mappings, { properties: { price: { type: 'text' } } })).toThrow(
      /cannot be changed from type \[long\] to \[text\]/,
    );
    expect(() =>
      mergeMapping(mappings, { properties: { title: { type: 'text', analyzer: 'english' } } }),
    ).toThrow(/analyzer/);
  });
});
