import type { estypes } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { useSmallShop } from './small-shop.js';
import { refusal } from './target.js';

const { target, index, ids } = useSmallShop();
const sorted = async (query: estypes.QueryDslQueryContainer) =>
  (await ids({ query, size: 50 })).sort().join(' ');

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
