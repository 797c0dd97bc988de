import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget, serverError, type Target } from './target.js';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('greeting', () => {
  it('says what it is', async () => {
    const hello = await target.db.command({ hello: 1 });
    expect(hello).toMatchObject({
      ok: 1,
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
      readOnly: false,
    });
    expect(hello.setName).toBeUndefined();
    expect(await target.db.command({ ping: 1 })).toEqual({ ok: 1 });
    const { version, versionArray } = await target.db.admin().buildInfo();
    expect(version).toBe(versionArray.slice(0, 3).join('.'));
  });
});

describe('collections', () => {
  it('come and go', async () => {
    await target.db.createCollection('made');
    await target.db.collection('inserted').insertOne({});
    const names = async () =>
      (await target.db.listCollections().toArray()).map(({ name }) => name).toSorted();
    expect(await names()).toEqual(['inserted', 'made']);
    expect(await target.db.listCollections({ name: 'made' }, { nameOnly: true }).toArray()).toEqual([
      { name: 'made', type: 'collection' },
    ]);
    await target.db.dropCollection('made');
    expect(await names()).toEqual(['inserted']);
    const { databases } = await target.client.db().admin().listDatabases();
    expect(databases.map(({ name }) => name)).toContain(target.db.databaseName);
  });

  it('are renamed, over another one only if that is said', async () => {
    await target.db.collection('from').insertOne({ _id: 1 as never });
    await target.db.collection('from').createIndex({ a: 1 });
    await target.db.collection('to').insertOne({ _id: 2 as never });
    expect((await serverError(target.db.renameCollection('from', 'to'))).code).toBe(48);
    await target.db.renameCollection('from', 'to', { dropTarget: true });
    expect(await target.db.collection('to').find().toArray()).toEqual([{ _id: 1 }]);
    expect(await target.db.collection('to').indexes()).toHaveLength(2);
    expect((await serverError(target.db.renameCollection('from', 'elsewhere'))).code).toBe(26);
  });

  it('are all gone after dropDatabase', async () => {
    const other = target.client.db(`${target.db.databaseName}_other`);
    await other.collection('a').insertOne({});
    await other.dropDatabase();
    expect(await other.listCollections().toArray()).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    [{ noSuchThing: 1 }, 59],
    [{ find: 'a', foo: 1 }, 40415],
    [{ insert: 'a', documents: [{}], foo: 1 }, 40415],
    [{ insert: 'a' }, 40414],
    [{ find: '' }, 73],
    [{ find: 'a', filter: 5 }, 14],
    [{ find: 'a', skip: -1 }, 51024],
    [{ find: 'a', sort: { x: 2 } }, 15975],
    [{ aggregate: 'a', pipeline: [] }, 9],
    [{ aggregate: 'a', pipeline: {}, cursor: {} }, 14],
    [{ getMore: 5, collection: 'a' }, 14],
    [{ createIndexes: 'a', indexes: [] }, 2],
    [{ createIndexes: 'a', indexes: [{ key: { x: 'foo' }, name: 'x' }] }, 67],
    [{ createIndexes: 'a', indexes: [{ key: { x: 1 }, name: 'x', foo: 1 }] }, 197],
    [{ listDatabases: 1 }, 13],
  ] as [Record<string, unknown>, number][])('%j', async (body, code) => {
    expect((await serverError(target.db.command(body))).code).toBe(code);
  });

  it('a command that takes too long ends at its limit', async () => {
    const slow = target.db.collection('slow');
    await slow.insertMany(Array.from({ length: 30_000 }, (_, i) => ({ text: `${i}`.padStart(300, 'x') })));
    const filter = { text: { $regex: 'nothing$' } };
    expect((await serverError(slow.find(filter, { maxTimeMS: 1 }).toArray())).code).toBe(50);
  });
});

describe('write concern', () => {
  it('is kept as far as one server can keep it', async () => {
    const docs = target.db.collection('concerned');
    await docs.insertOne({ _id: 1 as never }, { writeConcern: { w: 'majority' } });
    await docs.insertOne({ _id: 2 as never }, { writeConcern: { w: 1, journal: true } });
    await docs.insertOne({ _id: 3 as never }, { writeConcern: { w: 0 } });
    await expect.poll(() => docs.countDocuments()).toBe(3);
    const two = await serverError(docs.insertOne({ _id: 4 as never }, { writeConcern: { w: 2 } }));
    expect(two.code).toBe(2);
  });
});
