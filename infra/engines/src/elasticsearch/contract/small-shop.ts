import type { estypes } from '@elastic/elasticsearch';
import { beforeAll, expect } from 'vitest';
import { type Target, useTarget } from './target.js';

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

/** A server with an index of four products, and the ids that a search finds there. */
export interface SmallShop {
  readonly target: Target;
  readonly index: string;
  ids(body: estypes.SearchRequest): Promise<string[]>;
}

/** Gives the tests of a file the shop. */
export function useSmallShop(): SmallShop {
  const target = useTarget();
  const index = target.name('shop');
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
  return {
    target,
    index,
    ids: async (body) =>
      (await target.client.search({ index, ...body })).hits.hits.map((hit) => hit._id ?? ''),
  };
}
