import { describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

const target = useTarget();

describe('the server', () => {
  it('is one the client takes for Elasticsearch', async () => {
    const info = await target.client.info();
    expect(info.version.number).toMatch(/^\d+\.\d+\.\d+/);
    expect(await target.client.ping()).toBe(true);
  });

  it('tells how an index is', async () => {
    const index = target.name('health');
    await target.client.indices.create({ index, settings: { number_of_replicas: 0 } });
    const health = await target.client.cluster.health({ index, wait_for_status: 'green', timeout: '10s' });
    expect(health).toMatchObject({ status: 'green', timed_out: false });
    const rows = await target.client.cat.indices({ format: 'json' });
    expect(rows.find((row) => row.index === index)).toMatchObject({ status: 'open', pri: '1', rep: '0' });
  });
});

describe('an index', () => {
  it('is made, described and deleted', async () => {
    const { client } = target;
    const index = target.name('made');
    const mappings = {
      properties: {
        title: { type: 'text' as const, analyzer: 'english' },
        sku: { type: 'keyword' as const },
      },
    };
    const made = await client.indices.create({
      index,
      mappings,
      settings: { number_of_replicas: 0, refresh_interval: '5s' },
    });
    expect(made).toEqual({ acknowledged: true, shards_acknowledged: true, index });
    const described = (await client.indices.get({ index }))[index];
    expect(described?.mappings?.properties).toEqual(mappings.properties);
    expect(described?.settings?.index).toMatchObject({
      number_of_shards: '1',
      number_of_replicas: '0',
      refresh_interval: '5s',
    });
    expect(await client.indices.exists({ index })).toBe(true);
    expect(await client.indices.delete({ index })).toEqual({ acknowledged: true });
    expect(await client.indices.exists({ index })).toBe(false);
    expect(await refusal(client.indices.delete({ index }))).toMatchObject({
      status: 404,
      type: 'index_not_found_exception',
    });
    expect(await client.indices.delete({ index, ignore_unavailable: true })).toEqual({ acknowledged: true });
  });

  it('takes new fields, and keeps the types of the old', async () => {
    const { client } = target;
    const index = target.name('growing');
    await client.indices.create({
      index,
      mappings: { dynamic: 'strict', properties: { n: { type: 'long' } } },
    });
    await client.indices.putMapping({ index, properties: { word: { type: 'keyword' } } });
    await client.index({ index, id: 'a', document: { n: 1, word: 'x' }, refresh: true });
    expect((await client.count({ index, query: { term: { word: 'x' } } })).count).toBe(1);
    const refused = await refusal(
      client.indices.putMapping({ index, properties: { n: { type: 'keyword' } } }),
    );
    expect(refused).toMatchObject({ status: 400, type: 'illegal_argument_exception' });
  });

  it.each(['UPPER', 'with space', '_hidden', 'a,b'])('cannot be called %s', async (suffix) => {
    const index = suffix.startsWith('_') ? suffix : target.name(suffix);
    const refused = await refusal(target.client.indices.create({ index }));
    expect(refused.status).toBe(400);
    expect(['invalid_index_name_exception', 'illegal_argument_exception']).toContain(refused.type);
  });

  it('is refused with a mapping that cannot be', async () => {
    const { client } = target;
    const index = target.name('impossible');
    const type = refusal(
      client.indices.create({ index, mappings: { properties: { a: { type: 'nonsense' as 'text' } } } }),
    );
    expect(await type).toMatchObject({ status: 400, type: 'mapper_parsing_exception' });
    const analyzer = refusal(
      client.indices.create({ index, mappings: { properties: { a: { type: 'text', analyzer: 'nobody' } } } }),
    );
    expect(await analyzer).toMatchObject({ status: 400, type: 'mapper_parsing_exception' });
    expect(await client.indices.exists({ index })).toBe(false);
  });

  it('analyses a text as one of its fields does', async () => {
    const { client } = target;
    const index = target.name('analysis');
    await client.indices.create({
      index,
      mappings: { properties: { zh: { type: 'text', analyzer: 'cjk' } } },
    });
    const tokens = async (field: string) =>
      (await client.indices.analyze({ index, field, text: '茶壶 Tea' })).tokens?.map((token) => token.token);
    expect(await tokens('zh')).toEqual(['茶壶', 'tea']);
    expect(await tokens('unmapped')).toEqual(['茶', '壶', 'tea']);
    const refused = await refusal(client.indices.analyze({ index, analyzer: 'nobody', text: 'x' }));
    expect(refused).toMatchObject({ status: 400, type: 'illegal_argument_exception' });
  });
});
