import type { Client, estypes } from '@elastic/elasticsearch';
import { beforeAll, describe, expect, it } from 'vitest';
import { product, productMappings, queryWords } from './made-up-products.js';
import { useTarget } from './target.js';

const PRODUCTS = 100_000;
const BATCH = 2_000;
const ROUNDS = 200;

/** Takes a minute, so it is only run when asked for: `SEARCH_SPEED=1`. */
describe.runIf(process.env.SEARCH_SPEED)('with 100 000 products', () => {
  const target = useTarget();
  const index = target.name('speed');

  beforeAll(async () => {
    const { client } = target;
    const started = performance.now();
    await client.indices.create({
      index,
      settings: { number_of_replicas: 0, refresh_interval: '-1' },
      mappings: productMappings,
    });
    for (let first = 0; first < PRODUCTS; first += BATCH) {
      const numbers = Array.from({ length: BATCH }, (_, at) => first + at);
      await client.bulk({
        index,
        operations: numbers.flatMap((n) => [{ index: { _id: `p${n}` } }, product(n)]),
      });
    }
    const written = performance.now();
    await client.indices.refresh({ index });
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    console.log(
      `written in ${seconds(started, written)} s, refreshed in ${seconds(written, performance.now())} s`,
    );
  }, 600_000);

  const byPrice: estypes.Sort = [{ price: 'desc' }, { sku: 'asc' }];
  const inStock = { term: { inStock: true } };
  const text = (query: string) => ({ query, fields: ['title.en^3', 'title.zh^3', 'story.en', 'story.zh'] });
  const kinds: Record<string, { limit: number; body: (words: string) => estypes.SearchRequest }> = {
    'one field': { limit: 25, body: (words) => ({ query: { match: { 'title.en': words } } }) },
    'four fields, filtered': {
      limit: 25,
      body: (words) => ({ query: { bool: { must: [{ multi_match: text(words) }], filter: [inStock] } } }),
    },
    'typing errors forgiven': {
      limit: 100,
      body: (words) => ({ query: { multi_match: { ...text(words.slice(1)), fuzziness: 'AUTO' } } }),
    },
    'facets and highlights': {
      limit: 100,
      body: (words) => ({
        query: { multi_match: text(words) },
        aggs: { brand: { terms: { field: 'brand' } }, price: { stats: { field: 'price' } } },
        highlight: { fields: { 'story.en': {} } },
      }),
    },
    'all, by price': {
      limit: 100,
      body: () => ({ query: { match_all: {} }, sort: byPrice }),
    },
    'a suggestion': {
      limit: 100,
      body: (words) => ({
        size: 0,
        suggest: { s: { prefix: words.slice(0, 4), completion: { field: 'suggest' } } },
      }),
    },
  };

  for (const [name, { limit, body }] of Object.entries(kinds))
    it(name, { timeout: 120_000 }, async () => {
      const times = await measure(target.client, (round) => ({
        index,
        size: 20,
        ...body(queryWords(round)),
      }));
      const [half, most] = [0.5, 0.95].map((part) => times[Math.floor(part * times.length)] ?? 0);
      console.log(`${name}: p50 ${half?.toFixed(1)} ms, p95 ${most?.toFixed(1)} ms`);
      expect(most).toBeLessThan(limit);
    });
});

/** Milliseconds of each search as the client sees them, in ascending order. */
async function measure(client: Client, request: (round: number) => estypes.SearchRequest): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await client.search(request(round));
    times.push(performance.now() - started);
  }
  return times.sort((left, right) => left - right);
}
