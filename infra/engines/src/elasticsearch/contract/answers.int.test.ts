import type { estypes } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { useSmallShop } from './small-shop.js';
import { refusal } from './target.js';

const { target, index, ids } = useSmallShop();

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
