import type { estypes } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { useSmallShop } from './small-shop.js';

const { target, index } = useSmallShop();

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
