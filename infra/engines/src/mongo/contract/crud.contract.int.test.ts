import mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTarget, serverError, type Target } from './target.js';

interface Item {
  _id: string | number;
  n?: number;
  tag?: string;
  at?: string;
}

let target: Target;
let items: mongoose.mongo.Collection<Item>;

beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());
beforeEach(async () => {
  items = target.db.collection<Item>('items');
  await items.deleteMany({});
});

describe('insert', () => {
  it('keeps documents and finds them by _id', async () => {
    const done = await items.insertMany([{ _id: 'a', n: 1 }, { _id: 'b' }]);
    expect(done.insertedCount).toBe(2);
    expect(await items.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 1 });
  });

  it('refuses an _id that is taken and says which', async () => {
    await items.insertOne({ _id: 'a' });
    const error = await serverError(items.insertOne({ _id: 'a' }));
    expect(error.code).toBe(11000);
    expect(error.keyPattern).toEqual({ _id: 1 });
    expect(error.keyValue).toEqual({ _id: 'a' });
    expect(error.message).toContain('E11000 duplicate key error collection:');
    expect(error.message).toContain('index: _id_ dup key: { _id: "a" }');
  });

  it('stops at the first error if ordered, goes on if not', async () => {
    const documents = [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }];
    await expect(items.insertMany(documents)).rejects.toMatchObject({ code: 11000 });
    expect(await items.countDocuments()).toBe(1);
    await expect(items.insertMany(documents, { ordered: false })).rejects.toMatchObject({ code: 11000 });
    expect(await items.countDocuments()).toBe(2);
  });

  it('puts the _id first, wherever it was', async () => {
    await items.insertOne({ n: 1, _id: 'z' });
    expect(Object.keys((await items.findOne({ _id: 'z' })) ?? {})).toEqual(['_id', 'n']);
  });

  it('refuses an array as _id', async () => {
    const error = await serverError(target.db.collection('items').insertOne({ _id: [1] as never }));
    expect(error.code).toBe(53);
  });
});

describe('upsert', () => {
  it('begins with what the filter says, then sets; $setOnInsert only then', async () => {
    const upsert = () =>
      items.updateOne(
        { _id: 'u', tag: 'x' },
        { $set: { n: 1 }, $setOnInsert: { at: 'first' } },
        { upsert: true },
      );
    const first = await upsert();
    expect([first.matchedCount, first.upsertedCount, first.upsertedId]).toEqual([0, 1, 'u']);
    const second = await upsert();
    expect([second.matchedCount, second.modifiedCount, second.upsertedCount]).toEqual([1, 0, 0]);
    expect(await items.findOne()).toEqual({ _id: 'u', at: 'first', n: 1, tag: 'x' });
  });

  it('makes an _id if the filter has none', async () => {
    const loose = target.db.collection('items');
    const { upsertedId } = await loose.updateOne({ tag: 'new' }, { $set: { n: 2 } }, { upsert: true });
    expect(upsertedId).toBeInstanceOf(mongoose.mongo.ObjectId);
    expect(await loose.findOne({ tag: 'new' })).toEqual({ _id: upsertedId, tag: 'new', n: 2 });
  });

  it('guarded by a version inserts, updates, and meets its own _id when stale', async () => {
    const apply = (version: number) =>
      items.updateOne({ _id: 'o', n: { $lt: version } }, { $set: { n: version } }, { upsert: true });
    await apply(2);
    await apply(5);
    expect((await serverError(apply(3))).code).toBe(11000);
    expect(await items.findOne({ _id: 'o' })).toEqual({ _id: 'o', n: 5 });
  });
});

describe('bulk', () => {
  it('carries out all kinds in one call', async () => {
    await items.insertMany([{ _id: 1, n: 1 }, { _id: 2, n: 1 }, { _id: 3 }]);
    const done = await items.bulkWrite([
      { insertOne: { document: { _id: 4 } } },
      { updateMany: { filter: { n: 1 }, update: { $inc: { n: 1 } } } },
      { replaceOne: { filter: { _id: 3 }, replacement: { tag: 'r' } } },
      { updateOne: { filter: { _id: 9 }, update: { $set: { n: 9 } }, upsert: true } },
      { deleteOne: { filter: { _id: 4 } } },
    ]);
    expect([done.insertedCount, done.matchedCount, done.modifiedCount, done.deletedCount]).toEqual([
      1, 3, 3, 1,
    ]);
    expect(done.upsertedIds).toEqual({ 3: 9 });
    expect(await items.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 2 },
      { _id: 2, n: 2 },
      { _id: 3, tag: 'r' },
      { _id: 9, n: 9 },
    ]);
  });

  it('tells which of many unordered upserts was refused', async () => {
    await items.insertOne({ _id: 2, n: 5 });
    const failed = await items
      .bulkWrite(
        [1, 2, 3].map((_id) => ({
          updateOne: { filter: { _id, n: { $lt: 3 } }, update: { $set: { n: 3 } }, upsert: true },
        })),
        { ordered: false },
      )
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(mongoose.mongo.MongoBulkWriteError);
    const { writeErrors, result } = failed as mongoose.mongo.MongoBulkWriteError;
    expect([writeErrors].flat().map(({ index, code }) => ({ index, code }))).toEqual([
      { index: 1, code: 11000 },
    ]);
    expect(result.upsertedCount).toBe(2);
  });
});

describe('delete and replace', () => {
  it('deletes one or all', async () => {
    await items.insertMany([1, 2, 3].map((_id) => ({ _id, tag: 't' })));
    expect((await items.deleteOne({ tag: 't' })).deletedCount).toBe(1);
    expect((await items.deleteMany({ tag: 't' })).deletedCount).toBe(2);
  });

  it('refuses another _id, and several documents for one replacement', async () => {
    await items.insertOne({ _id: 1 });
    const other = await serverError(
      target.db.collection('items').replaceOne({ _id: 1 as never }, { _id: 2 as never }),
    );
    expect(other.code).toBe(66);
    const update = { q: {}, u: { n: 1 }, multi: true };
    const reply = await target.db.command({ update: 'items', updates: [update] });
    expect(reply.writeErrors).toMatchObject([{ index: 0, code: 9 }]);
  });
});

describe('find and modify', () => {
  it('answers the document before or after, sorted', async () => {
    await items.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    expect(await items.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: -1 } })).toEqual({
      _id: 2,
      n: 2,
    });
    const options = { sort: { n: -1 }, returnDocument: 'after', projection: { n: 1, _id: 0 } } as const;
    expect(await items.findOneAndUpdate({}, { $inc: { n: 10 } }, options)).toEqual({ n: 22 });
    expect(await items.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, n: 1 });
    expect(await items.findOneAndUpdate({ _id: 1 }, { $set: { n: 0 } })).toBeNull();
  });

  it('guards a counter: it goes down only as far as there is something', async () => {
    await items.insertOne({ _id: 1, n: 3 });
    const take = () => items.findOneAndUpdate({ _id: 1, n: { $gte: 1 } }, { $inc: { n: -1 } });
    const taken = await Promise.all(Array.from({ length: 8 }, take));
    expect(taken.filter((before) => before !== null)).toHaveLength(3);
    expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, n: 0 });
  });

  it('upserts and answers the new document', async () => {
    const options = { upsert: true, returnDocument: 'after' } as const;
    expect(await items.findOneAndUpdate({ _id: 7 }, { $set: { n: 1 } }, options)).toEqual({ _id: 7, n: 1 });
    expect(await items.findOneAndReplace({ _id: 7 }, { tag: 'r' }, { returnDocument: 'after' })).toEqual({
      _id: 7,
      tag: 'r',
    });
  });
});
