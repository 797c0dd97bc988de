import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

const target = useTarget();
const index = target.name('refresh');
const query = { match_all: {} };
const count = async (name = index) => (await target.client.count({ index: name, query })).count;

async function make(name: string, interval: string) {
  await target.client.indices.create({
    index: name,
    settings: { number_of_replicas: 0, refresh_interval: interval },
    mappings: { properties: { n: { type: 'integer' } } },
  });
}

beforeAll(() => make(index, '-1'));

describe('searches see writes from refresh to refresh', () => {
  it('a new document', async () => {
    const { client } = target;
    await client.index({ index, id: 'a', document: { n: 1 } });
    expect(await count()).toBe(0);
    expect((await client.search({ index, query })).hits.hits).toEqual([]);
    expect((await client.deleteByQuery({ index, query })).deleted).toBe(0);
    expect(await client.get({ index, id: 'a' })).toMatchObject({ found: true });
    await client.indices.refresh({ index });
    expect(await count()).toBe(1);
  });

  it('a changed document, whose search finds it as it was', async () => {
    const { client } = target;
    await client.index({ index, id: 'b', document: { n: 1 }, refresh: true });
    await client.index({ index, id: 'b', document: { n: 2 } });
    const find = async (n: number) =>
      (
        await client.search<{ n: number }>({
          index,
          query: { bool: { filter: [{ ids: { values: ['b'] } }, { term: { n } }] } },
        })
      ).hits.hits[0]?._source;
    expect([await find(1), await find(2)]).toEqual([{ n: 1 }, undefined]);
    expect((await client.get({ index, id: 'b' }))._source).toEqual({ n: 2 });
    await client.indices.refresh({ index });
    expect([await find(1), await find(2)]).toEqual([undefined, { n: 2 }]);
  });

  it('a deleted document', async () => {
    const { client } = target;
    await client.index({ index, id: 'c', document: { n: 3 }, refresh: true });
    const before = await count();
    await client.delete({ index, id: 'c' });
    expect(await count()).toBe(before);
    await client.indices.refresh({ index });
    expect(await count()).toBe(before - 1);
  });

  it('a write that asks for it, at once', async () => {
    const before = await count();
    await target.client.index({ index, id: 'd', document: { n: 4 }, refresh: true });
    expect(await count()).toBe(before + 1);
    await target.client.bulk({ index, refresh: true, operations: [{ delete: { _id: 'd' } }] });
    expect(await count()).toBe(before);
  });
});

describe('delete by query', () => {
  it('deletes what searches see, and leaves what changed since', async () => {
    const { client } = target;
    const term = { term: { n: 77 } };
    await client.bulk({
      index,
      refresh: true,
      operations: ['x', 'y', 'z'].flatMap((id) => [{ index: { _id: id } }, { n: 77 }]),
    });
    await client.index({ index, id: 'y', document: { n: 78 } });
    const refused = await refusal(
      client.deleteByQuery({ index, query: { bool: { filter: [term, { ids: { values: ['y'] } }] } } }),
    );
    expect(refused.status).toBe(409);
    const done = await client.deleteByQuery({ index, query: term, conflicts: 'proceed', refresh: true });
    expect(done).toMatchObject({ deleted: 2, version_conflicts: 1, total: 3 });
    expect(await client.exists({ index, id: 'x' })).toBe(false);
    expect(await client.get({ index, id: 'y' })).toMatchObject({ _source: { n: 78 } });
  });
});

describe('an index refreshes by itself', () => {
  it('after its interval', async () => {
    const name = target.name('soon');
    await make(name, '100ms');
    await target.client.index({ index: name, id: 'a', document: { n: 1 } });
    await expect.poll(() => count(name)).toBe(1);
  });

  it('and lets a writer wait for it', async () => {
    const name = target.name('awaited');
    await make(name, '200ms');
    await target.client.index({ index: name, id: 'a', document: { n: 1 }, refresh: 'wait_for' });
    expect(await count(name)).toBe(1);
  });

  it('or when its interval is changed', async () => {
    const name = target.name('later');
    await make(name, '-1');
    await target.client.index({ index: name, id: 'a', document: { n: 1 } });
    await target.client.indices.putSettings({ index: name, settings: { refresh_interval: '100ms' } });
    await expect.poll(() => count(name)).toBe(1);
  });
});
