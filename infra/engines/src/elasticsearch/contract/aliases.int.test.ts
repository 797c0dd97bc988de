import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

const target = useTarget();
const [blue, green, alias] = ['blue', 'green', 'live'].map((name) => target.name(name)) as [
  string,
  string,
  string,
];
const idsOf = async (name: string) =>
  (await target.client.search({ index: name, query: { match_all: {} } })).hits.hits.map((hit) => hit._id);

beforeAll(async () => {
  for (const index of [blue, green]) {
    await target.client.indices.create({ index, mappings: { properties: { n: { type: 'integer' } } } });
    await target.client.index({ index, id: index, document: { n: 1 }, refresh: true });
  }
});

describe('an alias', () => {
  it('stands for an index, for reading and for writing', async () => {
    const { client } = target;
    await client.indices.updateAliases({ actions: [{ add: { index: blue, alias } }] });
    expect(await client.indices.existsAlias({ name: alias })).toBe(true);
    expect(Object.keys(await client.indices.getAlias({ name: alias }))).toEqual([blue]);
    expect(await idsOf(alias)).toEqual([blue]);
    expect(await client.index({ index: alias, id: 'through', document: { n: 2 } })).toMatchObject({
      _index: blue,
    });
    expect(await client.get({ index: alias, id: 'through' })).toMatchObject({ _index: blue, found: true });
    expect(await client.delete({ index: alias, id: 'through', refresh: true })).toMatchObject({
      _index: blue,
    });
  });

  it('moves without a moment in which it stands for none or for both', async () => {
    const { client } = target;
    const seen = new Set<string>();
    let moving = true;
    const watch = async () => {
      while (moving) {
        const ids = await idsOf(alias);
        expect(ids).toHaveLength(1);
        seen.add(ids[0] ?? '');
      }
    };
    const watchers = Promise.all([watch(), watch(), watch()]);
    for (let round = 0; round < 20; round++) {
      const [from, to] = round % 2 === 0 ? [blue, green] : [green, blue];
      await client.indices.updateAliases({
        actions: [{ remove: { index: from, alias } }, { add: { index: to, alias } }],
      });
    }
    moving = false;
    await watchers;
    expect([...seen].sort()).toEqual([blue, green].sort());
    expect(Object.keys(await client.indices.getAlias({ name: alias }))).toEqual([blue]);
  });

  it('of two indexes needs one to write to', async () => {
    const { client } = target;
    const both = target.name('both');
    await client.indices.updateAliases({ actions: [{ add: { indices: [blue, green], alias: both } }] });
    const refused = await refusal(client.index({ index: both, id: 'x', document: { n: 1 } }));
    expect(refused).toMatchObject({ status: 400, type: 'illegal_argument_exception' });
    await client.indices.putAlias({ index: green, name: both, is_write_index: true });
    expect(await client.index({ index: both, id: 'x', document: { n: 1 } })).toMatchObject({ _index: green });
    await client.delete({ index: green, id: 'x', refresh: true });
    await client.indices.deleteAlias({ index: [blue, green], name: both });
    expect(await client.indices.existsAlias({ name: both })).toBe(false);
  });

  it('may take the place of an index in the same moment', async () => {
    const { client } = target;
    const old = target.name('old');
    await client.indices.create({ index: old });
    await client.indices.updateAliases({
      actions: [{ add: { index: blue, alias: old } }, { remove_index: { index: old } }],
    });
    expect(Object.keys(await client.indices.getAlias({ name: old }))).toEqual([blue]);
    expect(await idsOf(old)).toEqual([blue]);
    await client.indices.deleteAlias({ index: blue, name: old });
  });

  it('comes with a new index, and goes with its index', async () => {
    const { client } = target;
    const index = target.name('short');
    const name = target.name('shorter');
    await client.indices.create({ index, aliases: { [name]: {} } });
    expect(await client.indices.exists({ index: name })).toBe(true);
    await client.indices.delete({ index });
    expect(await client.indices.existsAlias({ name })).toBe(false);
  });
});

describe('what cannot be is refused', () => {
  it('an alias of no index', async () => {
    const actions = [{ add: { index: target.name('nowhere'), alias: target.name('nothing') } }];
    const refused = await refusal(target.client.indices.updateAliases({ actions }));
    expect(refused).toMatchObject({ status: 404, type: 'index_not_found_exception' });
  });

  it('an alias with the name of an index', async () => {
    const refused = await refusal(
      target.client.indices.updateAliases({ actions: [{ add: { index: blue, alias: green } }] }),
    );
    expect(refused).toMatchObject({ status: 400, type: 'invalid_alias_name_exception' });
  });

  it('taking away an alias that is not there', async () => {
    const missing = target.name('missing');
    const refused = await refusal(target.client.indices.deleteAlias({ index: blue, name: missing }));
    expect(refused).toMatchObject({ status: 404, type: 'aliases_not_found_exception' });
    expect((await refusal(target.client.indices.getAlias({ name: missing }))).status).toBe(404);
  });

  it('deleting an index by its alias', async () => {
    const name = target.name('handle');
    await target.client.indices.putAlias({ index: blue, name });
    const refused = await refusal(target.client.indices.delete({ index: name }));
    expect(refused).toMatchObject({ status: 400, type: 'illegal_argument_exception' });
    expect(await target.client.indices.exists({ index: blue })).toBe(true);
  });

  it('a new index with the name of an alias or of an index', async () => {
    const name = target.name('taken');
    await target.client.indices.putAlias({ index: blue, name });
    expect(await refusal(target.client.indices.create({ index: name }))).toMatchObject({
      status: 400,
      type: 'invalid_index_name_exception',
    });
    expect(await refusal(target.client.indices.create({ index: blue }))).toMatchObject({
      status: 400,
      type: 'resource_already_exists_exception',
    });
  });
});
