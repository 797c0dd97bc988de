import type { estypes } from '@elastic/elasticsearch';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

const target = useTarget();
const index = target.name('search');
const ids = async (body: estypes.SearchRequest) =>
  (await target.client.search({ index, ...body })).hits.hits.map((hit) => hit._id ?? '');
const sorted = async (query: estypes.QueryDslQueryContainer) =>
  (await ids({ query, size: 50 })).sort().join(' ');

const docs: Record<string, object> = {
  lamp: {
    title: 'Desk lamp',
    code: 'LMP-1',
    price: 1200,
    share: 4.6,
    open: true,
    day: '2026-03-01',
    notes: ['A desk lamp for late reading.', 'Second lamp note.'],
    parts: [
      { kind: 'shade', count: 1 },
      { kind: 'bulb', count: 2 },
    ],
  },
  bowl: {
    title: 'Tea bowl',
    code: 'BWL-1',
    price: 800,
    share: 0.1,
    open: false,
    day: '2026-03-31T23:59:59.999Z',
    parts: [{ kind: 'bowl', count: 2 }],
  },
  pot: { title: 'Teapot for tea', code: 'pot-2', price: 2500, open: true, day: '2026-04-01T00:00:00+08:00' },
  none: { code: 'none' },
};

beforeAll(async () => {
  await target.client.indices.create({
    index,
    settings: {
      number_of_replicas: 0,
      analysis: { normalizer: { low: { type: 'custom', filter: ['lowercase'] } } },
    },
    mappings: {
      dynamic: 'strict',
      properties: {
        title: { type: 'text', analyzer: 'english' },
        code: { type: 'keyword', fields: { low: { type: 'keyword', normalizer: 'low' } } },
        price: { type: 'long' },
        share: { type: 'float' },
        open: { type: 'boolean' },
        day: { type: 'date' },
        notes: { type: 'text' },
        parts: { type: 'nested', properties: { kind: { type: 'keyword' }, count: { type: 'integer' } } },
      },
    },
  });
  const operations = Object.entries(docs).flatMap(([_id, doc]) => [{ index: { _id } }, doc]);
  expect((await target.client.bulk({ index, refresh: true, operations })).errors).toBe(false);
});

describe('queries', () => {
  const cases: [string, estypes.QueryDslQueryContainer, string][] = [
    [
      'a wish must come true where nothing else is asked',
      { bool: { should: [{ term: { price: 800 } }], minimum_should_match: 0 } },
      'bowl',
    ],
    [
      'more wishes than there are cannot',
      { bool: { should: [{ term: { price: 800 } }], minimum_should_match: 2 } },
      '',
    ],
    ['only what must not be', { bool: { must_not: [{ exists: { field: 'price' } }] } }, 'none'],
    [
      'the same words in another case',
      { term: { code: { value: 'lmp-1', case_insensitive: true } } },
      'lamp',
    ],
    ['a normalized keyword', { term: { 'code.low': 'POT-2' } }, 'pot'],
    ['a pattern', { wildcard: { code: { value: '?W*-1' } } }, 'bowl'],
    ['a range of keywords', { range: { code: { gte: 'BWL-1', lt: 'LMP-2' } } }, 'bowl lamp'],
    ['a number in a text', { match: { price: '800' } }, 'bowl'],
    [
      'a text that is no number, forgiven',
      { multi_match: { query: 'lamp', fields: ['title', 'price'], lenient: true } },
      'lamp',
    ],
    [
      'a month, which ends with its first day',
      { range: { day: { gte: '2026-03', lte: '2026-03' } } },
      'lamp',
    ],
    ['a month rounded', { range: { day: { gte: '2026-03', lte: '2026-03||/M' } } }, 'bowl lamp pot'],
    ['after a day', { range: { day: { gt: '2026-03-01' } } }, 'bowl pot'],
    ['a day as a term', { term: { day: '2026-03-01' } }, 'lamp'],
    ['a single-precision number', { range: { share: { gte: 0.1, lte: 0.1 } } }, 'bowl'],
    [
      'both in one part',
      {
        nested: {
          path: 'parts',
          query: { bool: { must: [{ term: { 'parts.kind': 'shade' } }, { term: { 'parts.count': 2 } }] } },
        },
      },
      '',
    ],
    ['a part from outside is not found', { term: { 'parts.kind': 'shade' } }, ''],
    [
      'no words, all documents',
      { match: { title: { query: 'the', zero_terms_query: 'all' } } },
      'bowl lamp none pot',
    ],
    ['fields by pattern', { multi_match: { query: 'lamp', fields: ['t*le'] } }, 'lamp'],
  ];
  it.each(cases)('%s', async (_, query, expected) => {
    expect(await sorted(query)).toBe(expected);
  });

  it('score nested objects as they are told', async () => {
    const of = async (score_mode: 'sum' | 'max' | 'avg' | 'min') => {
      const inner = { constant_score: { filter: { exists: { field: 'parts.kind' } }, boost: 3 } };
      const answer = await target.client.search({
        index,
        query: { nested: { path: 'parts', query: inner, score_mode } },
      });
      return answer.hits.hits.map((hit) => `${hit._id} ${hit._score}`).sort();
    };
    expect(await of('sum')).toEqual(['bowl 3', 'lamp 6']);
    expect(await of('avg')).toEqual(['bowl 3', 'lamp 3']);
  });

  it('leave out what scores too little', async () => {
    const query = { constant_score: { filter: { match_all: {} }, boost: 2 } };
    expect(await ids({ query, min_score: 2.5 })).toEqual([]);
    expect(await ids({ query, min_score: 2 })).toHaveLength(4);
  });

  it('refuse what makes no sense', async () => {
    const { client } = target;
    const nested = client.search({ index, query: { nested: { path: 'title', query: { match_all: {} } } } });
    expect(await refusal(nested)).toMatchObject({ status: 400, cause: 'query_shard_exception' });
    const phrase = client.search({ index, query: { term: { open: 'perhaps' } } });
    expect(await refusal(phrase)).toMatchObject({ status: 400, cause: 'query_shard_exception' });
    const text = client.search({ index, size: 0, aggs: { a: { terms: { field: 'title' } } } });
    expect(await refusal(text)).toMatchObject({ status: 400, cause: 'illegal_argument_exception' });
  });
});

describe('answers', () => {
  it('show the scores and orders that were asked for', async () => {
    const { client } = target;
    const plain = await client.search({ index, query: { match: { title: 'lamp' } } });
    expect(plain.hits.max_score).toBe(plain.hits.hits[0]?._score);
    expect(plain.hits.hits[0]).not.toHaveProperty('sort');
    const ordered = await client.search({
      index,
      query: { exists: { field: 'share' } },
      sort: [{ share: 'desc' }],
    });
    expect(ordered.hits.max_score).toBeNull();
    expect(ordered.hits.hits.map((hit) => [hit._id, hit._score, hit.sort])).toEqual([
      ['lamp', null, [4.6]],
      ['bowl', null, [0.1]],
    ]);
    const uncounted = await client.search({
      index,
      track_total_hits: false,
      version: true,
      seq_no_primary_term: true,
    });
    expect(uncounted.hits).not.toHaveProperty('total');
    expect(uncounted.hits.hits[0]).toMatchObject({ _version: 1, _primary_term: 1 });
  });

  it('go on after a score', async () => {
    const request: estypes.SearchRequest = {
      query: { match: { title: 'tea teapot lamp' } },
      sort: ['_score', { code: 'asc' }],
    };
    const all = await target.client.search({ index, ...request });
    const order = all.hits.hits.map((hit) => hit._id);
    expect(order).toHaveLength(3);
    for (const [at, hit] of all.hits.hits.entries())
      expect(await ids({ ...request, search_after: hit.sort ?? [] })).toEqual(order.slice(at + 1));
  });

  it('show the parts of a source that were asked for', async () => {
    const source = async (_source: estypes.SearchSourceConfig) =>
      (await target.client.search({ index, query: { ids: { values: ['lamp'] } }, _source })).hits.hits[0]
        ?._source;
    expect(await source(false)).toBeUndefined();
    expect(await source('parts.kind')).toEqual({ parts: [{ kind: 'shade' }, { kind: 'bulb' }] });
    expect(await source({ includes: ['p*'], excludes: ['*.count'] })).toEqual({
      price: 1200,
      parts: [{ kind: 'shade' }, { kind: 'bulb' }],
    });
  });

  it('mark a phrase as one, and each value of a list by itself', async () => {
    const highlight = async (
      query: estypes.QueryDslQueryContainer,
      options: estypes.SearchHighlightField = {},
    ) =>
      (await target.client.search({ index, query, highlight: { fields: { notes: options, title: {} } } }))
        .hits.hits[0]?.highlight;
    expect(await highlight({ match_phrase: { notes: 'desk lamp' } })).toEqual({
      notes: ['A <em>desk lamp</em> for late reading.'],
    });
    expect(await highlight({ match: { notes: 'lamp' } })).toEqual({
      notes: ['A desk <em>lamp</em> for late reading.', 'Second <em>lamp</em> note.'],
    });
    expect(await highlight({ match: { title: 'lamps' } }, { no_match_size: 6 })).toEqual({
      notes: ['A desk'],
      title: ['Desk <em>lamp</em>'],
    });
  });
});

describe('aggregations', () => {
  const aggregate = async (
    aggs: Record<string, estypes.AggregationsAggregationContainer>,
    query?: estypes.QueryDslQueryContainer,
  ) => (await target.client.search({ index, size: 0, aggs, ...(query && { query }) })).aggregations;

  it('lead to nested objects and back', async () => {
    const parts = {
      nested: { path: 'parts' },
      aggs: {
        count: {
          terms: { field: 'parts.count' },
          aggs: { products: { reverse_nested: {}, aggs: { price: { max: { field: 'price' } } } } },
        },
      },
    };
    expect(await aggregate({ parts })).toMatchObject({
      parts: {
        doc_count: 3,
        count: {
          buckets: [
            { key: 2, doc_count: 2, products: { doc_count: 2, price: { value: 1200 } } },
            { key: 1, doc_count: 1, products: { doc_count: 1, price: { value: 1200 } } },
          ],
        },
      },
    });
  });

  it('count what there is and what is missing', async () => {
    const answer = await aggregate(
      {
        open: { terms: { field: 'open' } },
        priceless: { missing: { field: 'price' } },
        all: { global: {}, aggs: { n: { value_count: { field: 'code' } } } },
        kinds: {
          filters: {
            filters: { cheap: { range: { price: { lt: 1000 } } }, tea: { match: { title: 'tea' } } },
          },
        },
        gaps: { histogram: { field: 'price', interval: 500 } },
        first: { min: { field: 'day' } },
        nothing: { avg: { field: 'nowhere' } },
      },
      { exists: { field: 'price' } },
    );
    expect(answer).toMatchObject({
      open: {
        buckets: [
          { key: 1, key_as_string: 'true', doc_count: 2 },
          { key: 0, key_as_string: 'false', doc_count: 1 },
        ],
      },
      priceless: { doc_count: 0 },
      all: { doc_count: 4, n: { value: 4 } },
      kinds: { buckets: { cheap: { doc_count: 1 }, tea: { doc_count: 2 } } },
      gaps: {
        buckets: [500, 1000, 1500, 2000, 2500].map((key, at) => ({ key, doc_count: [1, 1, 0, 0, 1][at] })),
      },
      first: { value: Date.UTC(2026, 2, 1), value_as_string: '2026-03-01T00:00:00.000Z' },
      nothing: { value: null },
    });
  });
});

describe('several at once', () => {
  it('searches stand beside each other, one may fail', async () => {
    const answer = await target.client.msearch({
      searches: [
        { index },
        { query: { term: { price: 800 } } },
        { index },
        { query: { range: { price: { gte: 'cheap' } } } },
        { index: target.name('nowhere') },
        {},
      ],
    });
    const [good, wrong, missing] = answer.responses;
    expect(good).toMatchObject({ status: 200, hits: { hits: [{ _id: 'bowl' }] } });
    expect(wrong).toMatchObject({ status: 400, error: { type: 'search_phase_execution_exception' } });
    expect(missing).toMatchObject({ status: 404, error: { type: 'index_not_found_exception' } });
  });

  it('searches are not begun if one of them cannot be read', async () => {
    const searches = [{ index }, { query: { match_all: {} } }, { index }, { query: { mathc: {} } } as object];
    expect(await refusal(target.client.msearch({ searches }))).toMatchObject({
      status: 400,
      type: 'parsing_exception',
    });
  });

  it('an index that is not there is refused, or passed over where that is asked for', async () => {
    const nowhere = target.name('nowhere');
    const { client } = target;
    expect(await refusal(client.search({ index: nowhere }))).toMatchObject({
      status: 404,
      type: 'index_not_found_exception',
    });
    expect((await client.count({ index: `${index},${nowhere}`, ignore_unavailable: true })).count).toBe(4);
    expect((await client.search({ index: `${nowhere}*` })).hits.hits).toEqual([]);
  });
});
