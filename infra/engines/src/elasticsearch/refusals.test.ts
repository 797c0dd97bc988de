import { describe, expect, it } from 'vitest';
import { ElasticError } from './errors.js';
import { Router } from './http/router.js';
import { readSettings } from './index/index-settings.js';
import type { Json } from './json.js';
import { readSearch } from './search/read-search.js';

/** What the original could do and this server cannot must be refused, not left without effect. */
function typeOf(body: Json): string {
  try {
    readSearch(body);
  } catch (error) {
    if (error instanceof ElasticError) return error.type;
    throw error;
  }
  return 'accepted';
}

describe('a search is refused with', () => {
  it.each<[string, Json, string]>([
    ['an unknown part', { colour: 1 }, 'parsing_exception'],
    ['a part not answered', { collapse: { field: 'brand' } }, 'parsing_exception'],
    ['an unknown query', { query: { mathc: {} } }, 'parsing_exception'],
    ['a query not answered', { query: { regexp: { a: 'x' } } }, 'parsing_exception'],
    ['no query in it', { query: {} }, 'illegal_argument_exception'],
    ['an option of match', { query: { match: { a: { query: 'x', colour: 1 } } } }, 'parsing_exception'],
    [
      'an option of another query',
      { query: { match_phrase: { a: { query: 'x', operator: 'and' } } } },
      'parsing_exception',
    ],
    ['several fields', { query: { match: { a: 'x', b: 'y' } } }, 'parsing_exception'],
    [
      'fuzziness for phrases',
      { query: { multi_match: { query: 'x', fields: ['a'], type: 'phrase', fuzziness: 1 } } },
      'parsing_exception',
    ],
    ['a time zone', { query: { range: { a: { gte: '2026', time_zone: '+08:00' } } } }, 'parsing_exception'],
    ['an unknown aggregation', { aggs: { a: { geohash_grid: { field: 'x' } } } }, 'parsing_exception'],
    [
      'rarest first',
      { aggs: { a: { terms: { field: 'x', order: { _count: 'asc' } } } } },
      'parsing_exception',
    ],
    [
      'inner aggregations of a number',
      { aggs: { a: { avg: { field: 'x' }, aggs: { b: { max: { field: 'x' } } } } } },
      'parsing_exception',
    ],
    ['another highlighter', { highlight: { type: 'plain', fields: { a: {} } } }, 'parsing_exception'],
    ['a phrase suggester', { suggest: { s: { text: 'x', phrase: { field: 'a' } } } }, 'parsing_exception'],
    ['a negative size', { size: -1 }, 'illegal_argument_exception'],
    ['a sort option', { sort: [{ a: { order: 'asc', mode: 'avg' } }] }, 'parsing_exception'],
  ])('%s', (_, body, type) => {
    expect(typeOf(body)).toBe(type);
  });
});

it('settings are read in every spelling, and refused if they would have no effect', () => {
  const spellings: Json[] = [
    { index: { refresh_interval: '500ms' } },
    { 'index.refresh_interval': '500ms' },
    { refresh_interval: '500ms' },
  ];
  for (const each of spellings) expect(readSettings(each).refreshAfter).toBe(500);
  expect(readSettings({ refresh_interval: '-1' }).refreshAfter).toBeUndefined();
  const useless: Json[] = [
    { number_of_shards: 2 },
    { codec: 'best' },
    { refresh_interval: 'soon' },
    { index: { sort: { field: 'a' } } },
  ];
  for (const each of useless) expect(() => readSettings(each)).toThrow(ElasticError);
});

it('an address is refused that no route knows, or with a parameter its route does not', () => {
  const router = new Router([
    { methods: ['GET'], path: '/{index}/_count', params: [], handle: () => ({ status: 200, body: 1 }) },
  ]);
  const ask = (target: string) =>
    router.answer(target, { method: 'GET', body: '', cluster: undefined as never });
  expect(ask('/a%20b/_count').status).toBe(200);
  for (const target of ['/_all/_count', '/a/_scroll', '/a/_count?routing=x', '/%/_count'])
    expect(() => ask(target)).toThrow(ElasticError);
});
