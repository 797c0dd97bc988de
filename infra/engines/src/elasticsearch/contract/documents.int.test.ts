import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

const target = useTarget();
const index = target.name('documents');

beforeAll(async () => {
  await target.client.indices.create({
    index,
    settings: { number_of_replicas: 0 },
    mappings: {
      dynamic: 'strict',
      properties: {
        name: { type: 'text' },
        price: { type: 'long' },
        size: { properties: { width: { type: 'integer' }, height: { type: 'integer' } } },
      },
    },
  });
});

describe('bulk', () => {
  it('does what it can and says of each item what became of it', async () => {
    const answer = await target.client.bulk({
      index,
      operations: [
        { create: { _id: 'bulk-1' } },
        { name: 'one', price: 1 },
        { create: { _id: 'bulk-1' } },
        { name: 'again', price: 2 },
        { index: { _id: 'bulk-2' } },
        { name: 'two', colour: 'red' },
        { index: { _id: 'bulk-3' } },
        { price: 'cheap' },
        { update: { _id: 'bulk-1' } },
        { doc: { price: 3 } },
        { update: { _id: 'bulk-4' } },
        { doc: { price: 4 }, doc_as_upsert: true },
        { update: { _id: 'bulk-none' } },
        { doc: { price: 4 } },
        { delete: { _id: 'bulk-none' } },
        { delete: { _id: 'bulk-4' } },
      ],
    });
    expect(answer.errors).toBe(true);
    const items = answer.items.flatMap((item) => Object.values(item));
    expect(items.map((item) => [item._id, item.status, item.result ?? item.error?.type])).toEqual([
      ['bulk-1', 201, 'created'],
      ['bulk-1', 409, 'version_conflict_engine_exception'],
      ['bulk-2', 400, 'strict_dynamic_mapping_exception'],
      ['bulk-3', 400, 'document_parsing_exception'],
      ['bulk-1', 200, 'updated'],
      ['bulk-4', 201, 'created'],
      ['bulk-none', 404, 'document_missing_exception'],
      ['bulk-none', 404, 'not_found'],
      ['bulk-4', 200, 'deleted'],
    ]);
    expect((await target.client.get({ index, id: 'bulk-1' }))._source).toEqual({ name: 'one', price: 3 });
  });

  it('makes ids where none are given', async () => {
    const answer = await target.client.bulk({ index, operations: [{ index: {} }, { name: 'nameless' }] });
    const id = answer.items[0]?.index?._id ?? '';
    expect(await target.client.exists({ index, id })).toBe(true);
  });

  it('refuses an unknown action and does nothing at all', async () => {
    const operations = [
      { index: { _id: 'never' } },
      { name: 'never' },
      { frobnicate: { _id: 'x' } },
    ] as object[];
    const refused = await refusal(target.client.bulk({ index, operations }));
    expect(refused).toMatchObject({ status: 400, type: 'illegal_argument_exception' });
    expect(await target.client.exists({ index, id: 'never' })).toBe(false);
  });

  it('is what the client’s helper speaks', async () => {
    const datasource = Array.from({ length: 30 }, (_, at) => ({ name: `helper ${at}`, price: at }));
    const done = await target.client.helpers.bulk({
      datasource,
      flushBytes: 500,
      onDocument: (doc) => ({ index: { _index: index, _id: `helper-${doc.price}` } }),
    });
    expect(done).toMatchObject({ total: 30, successful: 30, failed: 0 });
  });
});

describe('one document', () => {
  it('is written, read, changed in part and deleted', async () => {
    const { client } = target;
    const written = await client.index({
      index,
      id: 'one',
      document: { name: 'lamp', size: { width: 3, height: 4 } },
    });
    expect(written).toMatchObject({ _index: index, _id: 'one', _version: 1, result: 'created' });
    const changed = await client.update({ index, id: 'one', doc: { size: { height: 5 } } });
    expect(changed).toMatchObject({ _version: 2, result: 'updated' });
    const read = await client.get({ index, id: 'one' });
    expect(read).toMatchObject({
      found: true,
      _version: 2,
      _source: { name: 'lamp', size: { width: 3, height: 5 } },
    });
    expect(await client.getSource({ index, id: 'one' })).toEqual(read._source);
    expect(await client.get({ index, id: 'one', _source_includes: ['size.width'] })).toMatchObject({
      _source: { size: { width: 3 } },
    });
    expect(await client.update({ index, id: 'one', doc: { name: 'lamp' } })).toMatchObject({
      _version: 2,
      result: 'noop',
    });
    expect(await client.delete({ index, id: 'one' })).toMatchObject({ _version: 3, result: 'deleted' });
    expect((await refusal(client.get({ index, id: 'one' }))).status).toBe(404);
    expect((await refusal(client.delete({ index, id: 'one' }))).status).toBe(404);
  });

  it('keeps its source as it was sent', async () => {
    const document = { name: 'Ünïcode "quoted" 灯\n', price: null, size: {} };
    await target.client.index({ index, id: 'source', document });
    expect(await target.client.getSource({ index, id: 'source' })).toEqual(document);
  });

  it('cannot be changed if it is not there', async () => {
    const refused = await refusal(target.client.update({ index, id: 'nobody', doc: { price: 1 } }));
    expect(refused).toMatchObject({ status: 404, type: 'document_missing_exception' });
    const missing = await refusal(target.client.getSource({ index, id: 'nobody' }));
    expect(missing).toMatchObject({ status: 404, type: 'resource_not_found_exception' });
  });

  it('is refused whole if it does not fit the mapping', async () => {
    const { client } = target;
    const strict = await refusal(client.index({ index, id: 'misfit', document: { name: 'a', weight: 3 } }));
    expect(strict).toMatchObject({ status: 400, type: 'strict_dynamic_mapping_exception' });
    const number = await refusal(client.index({ index, id: 'misfit', document: { price: 'dear' } }));
    expect(number).toMatchObject({ status: 400, type: 'document_parsing_exception' });
    expect(await client.exists({ index, id: 'misfit' })).toBe(false);
  });

  it('comes together with others', async () => {
    await target.client.index({ index, id: 'm1', document: { price: 1 } });
    const answer = await target.client.mget({ index, ids: ['m1', 'm2'] });
    expect(answer.docs).toMatchObject([
      { _id: 'm1', found: true, _source: { price: 1 } },
      { _id: 'm2', found: false },
    ]);
  });
});
