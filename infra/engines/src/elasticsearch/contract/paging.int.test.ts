import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

const target = useTarget();
const index = target.name('paging');
const COUNT = 53;
const docs = Array.from({ length: COUNT }, (_, n) => ({
  sku: `sku-${String((n * 17) % COUNT).padStart(2, '0')}`,
  rank: n % 4,
  rating: (n % 7) / 2,
  day: new Date(Date.UTC(2026, 0, 1 + (n % 9))).toISOString(),
}));

beforeAll(async () => {
  await target.client.indices.create({
    index,
    mappings: {
      properties: {
        sku: { type: 'keyword' },
        rank: { type: 'integer' },
        rating: { type: 'double' },
        day: { type: 'date' },
      },
    },
  });
  await target.client.bulk({ index, refresh: true, operations: docs.flatMap((doc) => [{ index: {} }, doc]) });
});

type Sort = { [field: string]: 'asc' | 'desc' }[];

async function pages(sort: Sort, size: number): Promise<string[]> {
  const found: string[] = [];
  let after: (string | number)[] | undefined;
  for (;;) {
    const answer = await target.client.search<{ sku: string }>({
      index,
      size,
      sort,
      query: { match_all: {} },
      ...(after && { search_after: after }),
    });
    expect(answer.hits.total).toEqual({ value: COUNT, relation: 'eq' });
    const { hits } = answer.hits;
    if (hits.length === 0) return found;
    found.push(...hits.map((hit) => hit._source?.sku ?? ''));
    after = hits.at(-1)?.sort as (string | number)[];
  }
}

describe('search_after', () => {
  const sorts: Sort[] = [
    [{ sku: 'asc' }],
    [{ rank: 'desc' }, { sku: 'asc' }],
    [{ rating: 'asc' }, { sku: 'desc' }],
    [{ day: 'desc' }, { rank: 'asc' }, { sku: 'asc' }],
  ];
  it.each(sorts.map((sort) => ({ sort })))(
    'by $sort shows every document once, in the order of one long page',
    async ({ sort }) => {
      const whole = await target.client.search<{ sku: string }>({
        index,
        size: COUNT,
        sort,
        query: { match_all: {} },
      });
      const order = whole.hits.hits.map((hit) => hit._source?.sku);
      expect(new Set(order).size).toBe(COUNT);
      expect(await pages(sort, 7)).toEqual(order);
    },
  );

  it('wants a value for each condition', async () => {
    const refused = await refusal(
      target.client.search({ index, sort: [{ rank: 'asc' }, { sku: 'asc' }], search_after: [1] }),
    );
    expect(refused).toMatchObject({ status: 400, cause: 'illegal_argument_exception' });
  });

  it('does not go with from', async () => {
    const refused = await refusal(
      target.client.search({ index, from: 3, sort: [{ sku: 'asc' }], search_after: ['x'] }),
    );
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });
});

describe('sorting', () => {
  it('puts what has no value last, or where it is told to', async () => {
    const { client } = target;
    const name = target.name('missing');
    await client.indices.create({
      index: name,
      mappings: { properties: { word: { type: 'keyword' }, n: { type: 'long' } } },
    });
    const operations = [{ word: 'b', n: 2 }, { n: 1 }, { word: 'a' }].flatMap((doc, at) => [
      { index: { _id: `${at}` } },
      doc,
    ]);
    await client.bulk({ index: name, refresh: true, operations });
    const order = async (sort: object) =>
      (await client.search({ index: name, sort: [sort] as Sort })).hits.hits.map((hit) => hit._id).join('');
    expect(await order({ word: 'asc' })).toBe('201');
    expect(await order({ word: 'desc' })).toBe('021');
    expect(await order({ word: { order: 'desc', missing: '_first' } })).toBe('102');
    expect(await order({ n: 'asc' })).toBe('102');
    expect(await order({ n: { order: 'asc', missing: 0 } })).toBe('210');
    const dates = await client.search({ index, size: 1, sort: [{ day: 'asc' }] });
    expect(dates.hits.hits[0]?.sort).toEqual([Date.UTC(2026, 0, 1)]);
  });

  it('does not know a field nobody mapped, unless told its type', async () => {
    expect(await refusal(target.client.search({ index, sort: [{ nothing: 'asc' }] as Sort }))).toMatchObject({
      status: 400,
      type: 'search_phase_execution_exception',
      cause: 'query_shard_exception',
    });
    const answer = await target.client.search({
      index,
      size: 1,
      sort: [{ nothing: { order: 'asc', unmapped_type: 'keyword' } }],
    });
    expect(answer.hits.hits[0]?.sort).toEqual([null]);
  });

  it('breaks off where pages lie too deep', async () => {
    expect(await refusal(target.client.search({ index, from: 9_995, size: 6 }))).toMatchObject({
      status: 400,
      cause: 'illegal_argument_exception',
    });
  });
});
