import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.js';
import { readSearch } from '../search/read-search.js';
import { runSearch } from '../search/run-search.js';
import { newIndexSpec, SearchIndex } from './search-index.js';

const mappings: JsonObject = {
  properties: {
    text: { type: 'text', analyzer: 'english' },
    tags: { type: 'keyword' },
    n: { type: 'integer' },
    done: { type: 'completion' },
    parts: { type: 'nested', properties: { kind: { type: 'keyword' }, count: { type: 'integer' } } },
  },
};
const words = 'lamp tea bowl kettle board shoe jacket page pen wool vase light'.split(' ');
const pick = (n: number) => words[n % words.length] ?? '';

const source = (n: number): JsonObject => ({
  text: `${pick(n)} ${pick(n * 5 + 1)} ${pick(n * 7 + 2)}`,
  tags: [pick(n), pick(n + 3)],
  n,
  done: [{ input: pick(n), weight: n }],
  parts: [
    { kind: pick(n), count: n % 4 },
    { kind: pick(n + 1), count: n % 3 },
  ],
});

function put(index: SearchIndex, id: number, n: number): void {
  index.put({ id: `${id}`, version: 1, seqNo: index.nextSeqNo, source: JSON.stringify(source(n)) });
}

const searches: Record<string, Json> = {
  match: { query: { match: { text: 'lamps kettle' } }, sort: [{ n: 'asc' }], size: 50 },
  phrase: {
    query: { match_phrase: { text: { query: 'tea bowl', slop: 3 } } },
    sort: [{ n: 'asc' }],
    size: 50,
  },
  fuzzy: { query: { match: { text: { query: 'ketle', fuzziness: 1 } } }, sort: [{ n: 'asc' }], size: 50 },
  range: { query: { range: { n: { gte: 20, lt: 140 } } }, sort: [{ n: 'desc' }], size: 50 },
  nested: {
    query: {
      nested: {
        path: 'parts',
        query: { bool: { must: [{ term: { 'parts.kind': 'tea' } }, { term: { 'parts.count': 1 } }] } },
      },
    },
    sort: [{ n: 'asc' }],
    size: 50,
  },
  facets: {
    size: 0,
    aggs: {
      tags: { terms: { field: 'tags', size: 20 } },
      parts: {
        nested: { path: 'parts' },
        aggs: { kind: { terms: { field: 'parts.kind' }, aggs: { of: { reverse_nested: {} } } } },
      },
    },
  },
  suggest: { suggest: { s: { prefix: 'k', completion: { field: 'done', size: 50 } } } },
};

/** The answer with nothing in it that may differ from one history to another. */
function answer(index: SearchIndex, body: Json): string {
  const found = runSearch(index.searched(0), readSearch(body));
  const ids = found.hits.hits.map((hit) => [hit._id, hit.sort]);
  return JSON.stringify([found.hits.total, ids, found.aggregations, found.suggest]);
}

describe('an index that was changed many times', () => {
  const changed = new SearchIndex('x', newIndexSpec({}, mappings, 0));
  const final = new Map<number, number>();
  for (let turn = 0; turn < 900; turn++) {
    const id = (turn * 37) % 120;
    if (turn % 7 === 0) {
      final.delete(id);
      changed.delete(`${id}`, { version: 2, seqNo: changed.nextSeqNo, deleted: true, deletedAt: 0 });
    } else {
      final.delete(id);
      final.set(id, turn);
      put(changed, id, turn);
    }
    if (turn % 5 === 0) changed.refresh(0);
  }
  changed.refresh(0);
  const fresh = new SearchIndex('x', newIndexSpec({}, mappings, 0));
  for (const [id, n] of final) put(fresh, id, n);
  fresh.refresh(0);

  it.each(Object.entries(searches))('answers %s as one that was written once', (_, body) => {
    expect(answer(changed, body)).toBe(answer(fresh, body));
  });

  it('has cleared most of the deleted away', () => {
    expect(changed.inverted.root.liveCount).toBe(final.size);
    expect(changed.inverted.root.size).toBeLessThan(2 * final.size);
  });
});
