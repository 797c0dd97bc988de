import type mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget, serverError, type Target } from './target.js';

let target: Target;
const collection = (name: string): mongoose.mongo.Collection => target.db.collection(name);

beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('declaring', () => {
  it('makes, lists, makes again without effect, and drops', async () => {
    const docs = collection('declared');
    expect(await docs.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    expect(await docs.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    await docs.createIndex({ c: 1 }, { unique: true, name: 'only_c' });
    expect(await docs.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1' },
      { v: 2, key: { c: 1 }, name: 'only_c', unique: true },
    ]);
    await docs.dropIndex('only_c');
    await docs.dropIndexes();
    expect(await docs.indexes()).toHaveLength(1);
  });

  it('refuses the same name or key for another index, and what is not there', async () => {
    const docs = collection('conflicts');
    await docs.createIndex({ a: 1 }, { name: 'x' });
    expect((await serverError(docs.createIndex({ b: 1 }, { name: 'x' }))).code).toBe(86);
    expect((await serverError(docs.createIndex({ a: 1 }, { name: 'y' }))).code).toBe(85);
    expect((await serverError(docs.createIndex({ a: 1 }, { name: 'x', unique: true }))).code).toBe(86);
    expect((await serverError(docs.dropIndex('nope'))).code).toBe(27);
    expect((await serverError(docs.dropIndex('_id_'))).code).toBe(72);
    expect((await serverError(collection('nowhere').listIndexes().toArray())).code).toBe(26);
  });
});

describe('unique', () => {
  it('refuses a second holder by insert, update and upsert, and says which key', async () => {
    const docs = collection('unique');
    await docs.createIndex({ 'owner.id': 1, key: 1 }, { unique: true });
    await docs.insertMany([
      { _id: 1 as never, owner: { id: 'o' }, key: 'k' },
      { _id: 2 as never, owner: { id: 'o' }, key: 'l' },
    ]);
    const taken = await serverError(docs.insertOne({ owner: { id: 'o' }, key: 'k' }));
    expect(taken).toMatchObject({
      code: 11000,
      keyPattern: { 'owner.id': 1, key: 1 },
      keyValue: { 'owner.id': 'o', key: 'k' },
    });
    expect(taken.message).toContain('index: owner.id_1_key_1 dup key: { owner.id: "o", key: "k" }');
    expect((await serverError(docs.updateOne({ _id: 2 as never }, { $set: { key: 'k' } }))).code).toBe(11000);
    expect((await docs.findOne({ _id: 2 as never }))?.key).toBe('l');
    await docs.deleteOne({ _id: 1 as never });
    await docs.updateOne({ _id: 2 as never }, { $set: { key: 'k' } });
    expect(await docs.countDocuments({ key: 'k' })).toBe(1);
  });

  it('counts a missing field as null, unless it is sparse or partial', async () => {
    const plain = collection('nulls');
    await plain.createIndex({ a: 1 }, { unique: true });
    await plain.insertOne({ a: null });
    expect((await serverError(plain.insertOne({}))).code).toBe(11000);
    const sparse = collection('sparse');
    await sparse.createIndex({ a: 1 }, { unique: true, sparse: true });
    await sparse.insertMany([{}, {}, { a: 1 }]);
    expect((await serverError(sparse.insertOne({ a: 1 }))).code).toBe(11000);
    const partial = collection('partial');
    await partial.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await partial.insertMany([{ a: 1 }, { a: 1 }, { a: 1, open: true }]);
    expect((await serverError(partial.insertOne({ a: 1, open: true }))).code).toBe(11000);
  });

  it('holds for each element of an array, and equal numbers are one key', async () => {
    const docs = collection('elements');
    await docs.createIndex({ claims: 1 }, { unique: true });
    await docs.insertMany([{ claims: ['a', 'b'] }, { claims: ['c', 'c', 5] }]);
    expect((await serverError(docs.insertOne({ claims: ['x', 'b'] }))).keyValue).toEqual({ claims: 'b' });
    expect((await serverError(docs.insertOne({ claims: 5.0 }))).code).toBe(11000);
  });

  it('cannot be made over what breaks it', async () => {
    const docs = collection('broken');
    await docs.insertMany([{ a: 1 }, { a: 1 }]);
    const error = await serverError(docs.createIndex({ a: 1 }, { unique: true }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { a: 1 }, keyValue: { a: 1 } });
    const both: mongoose.mongo.IndexDescription[] = [
      { key: { b: 1 }, name: 'b' },
      { key: { a: 1 }, name: 'a', unique: true },
    ];
    expect((await serverError(docs.createIndexes(both))).code).toBe(11000);
    expect(await docs.indexes()).toHaveLength(1);
  });

  it('refuses two arrays in one key', async () => {
    const docs = collection('parallel');
    await docs.createIndex({ a: 1, b: 1 });
    expect((await serverError(docs.insertOne({ a: [1], b: [2] }))).code).toBe(171);
  });
});

describe('answers are the same with and without an index', () => {
  const filters: mongoose.mongo.Filter<mongoose.mongo.Document>[] = [
    { a: 3 },
    { a: null },
    { a: { $in: [1, 7, null] } },
    { a: { $gt: 2, $lte: 6 } },
    { a: { $lt: 2 } },
    { a: 3, b: { $gte: 2 } },
    { a: { $gt: 1 }, b: 2 },
    { $or: [{ a: { $lt: 4 } }, { a: 4, b: { $lt: 2 } }] },
    { t: 'x' },
    { t: { $gt: 'w', $lt: 'y' } },
    { t: 'x', a: { $gt: 2 } },
    { 'l.k': 1, 'l.v': 2 },
    { l: { $elemMatch: { k: 1, v: 2 } } },
    { a: { $gt: 8 }, $and: [{ a: { $lt: 3 } }] },
  ];
  const sorts: Record<string, 1 | -1>[] = [
    { a: 1, _id: 1 },
    { a: -1, b: -1, _id: -1 },
    { b: 1, a: -1, _id: 1 },
    { t: 1, _id: 1 },
  ];

  it('for filters, sorts and limits', async () => {
    const [plain, indexed] = [collection('plain'), collection('indexed')];
    const documents = Array.from({ length: 120 }, (_, i) => ({
      _id: i as never,
      ...(i % 11 === 0 ? {} : { a: i % 9 === 0 ? null : i % 10 }),
      b: i % 4,
      t: i % 3 === 0 ? ['x', 'z'] : i % 3 === 1 ? 'y' : [],
      l: [
        { k: i % 2, v: i % 3 },
        { k: 1, v: i % 5 },
      ],
    }));
    await plain.insertMany(documents);
    await indexed.insertMany(documents);
    const keys: Record<string, 1 | -1>[] = [
      { a: 1, b: -1 },
      { b: 1, a: -1 },
      { t: 1, a: 1 },
      { 'l.k': 1, 'l.v': 1 },
      { a: -1 },
    ];
    for (const key of keys) {
      await indexed.createIndex(key);
    }
    for (const filter of filters) {
      for (const sort of sorts) {
        for (const limit of [0, 7]) {
          const ids = async (from: mongoose.mongo.Collection) =>
            (await from.find(filter).sort(sort).limit(limit).toArray()).map(({ _id }) => _id);
          expect(await ids(indexed), JSON.stringify({ filter, sort, limit })).toEqual(await ids(plain));
        }
      }
      await indexed.updateMany(filter, { $inc: { u: 1 } });
      expect(await indexed.countDocuments({ u: { $gte: 1 } })).toBe(await plain.countDocuments(filter));
      await indexed.updateMany({}, { $unset: { u: 1 } });
    }
  });
});
