import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget, serverError, type Target } from './target.js';

const { ObjectId, Long, Double } = mongoose.mongo;

let target: Target;
let docs: mongoose.mongo.Collection;

beforeAll(async () => {
  target = await openTarget();
  docs = target.db.collection('docs');
  await docs.insertMany([
    {
      _id: 1 as never,
      n: 5,
      s: 'Apple',
      tags: ['red', 'sweet'],
      lines: [
        { sku: 'a', q: 1 },
        { sku: 'b', q: 5 },
      ],
    },
    { _id: 2 as never, n: 10, s: 'banana', tags: [], lines: [{ sku: 'a', q: 9 }], o: { a: 1, b: 2 } },
    { _id: 3 as never, n: null, s: 'apple pie', tags: ['sweet'], o: { b: 2, a: 1 } },
    { _id: 4 as never, n: '5', tags: 'red', at: new Date(1000) },
    { _id: 5 as never, n: [1, 20], nested: [[1, 2], [3]], at: new Date(2000), o: { a: 1 } },
  ]);
});
afterAll(() => target.close());

const ids = async (filter: mongoose.mongo.Filter<mongoose.mongo.Document>) =>
  (await docs.find(filter, { projection: { _id: 1 }, sort: { _id: 1 } }).toArray()).map(({ _id }) =>
    Number(_id),
  );

describe('comparisons', () => {
  it.each([
    [{ n: 5 }, [1]],
    [{ n: Long.fromNumber(5) }, [1]],
    [{ n: new Double(5) }, [1]],
    [{ n: { $gt: 5 } }, [2, 5]],
    [{ n: { $gte: 5, $lte: 10 } }, [1, 2, 5]],
    [{ n: { $lt: 5 } }, [5]],
    [{ n: { $gt: '4' } }, [4]],
    [{ n: { $ne: 5 } }, [2, 3, 4, 5]],
    [{ n: { $in: [5, null] } }, [1, 3]],
    [{ n: { $nin: [5, 10] } }, [3, 4, 5]],
    [{ at: { $gt: new Date(1000) } }, [5]],
    [{ at: null }, [1, 2, 3]],
    [{ at: { $gte: null } }, [1, 2, 3]],
    [{ at: { $exists: true } }, [4, 5]],
    [{ at: { $exists: false } }, [1, 2, 3]],
    [{ n: [1, 20] }, [5]],
    [{ n: { $not: { $gt: 5 } } }, [1, 3, 4]],
    [{ n: { $type: 'number' } }, [1, 2, 5]],
    [{ n: { $type: ['string', 'null'] } }, [3, 4]],
    [{ n: { $mod: [5, 0] } }, [1, 2, 5]],
    [{ _id: { $gt: 1, $lt: 4 } }, [2, 3]],
  ] as [mongoose.mongo.Filter<mongoose.mongo.Document>, number[]][])('%j', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });
});

describe('documents and arrays', () => {
  it.each([
    [{ tags: 'red' }, [1, 4]],
    [{ tags: [] }, [2]],
    [{ tags: { $size: 2 } }, [1]],
    [{ tags: { $all: ['sweet', 'red'] } }, [1]],
    [{ 'tags.0': 'sweet' }, [3]],
    [{ tags: { $ne: 'sweet' } }, [2, 4, 5]],
    [{ 'lines.sku': 'a', 'lines.q': 5 }, [1]],
    [{ 'lines.sku': 'a', 'lines.q': { $gt: 3 } }, [1, 2]],
    [{ lines: { $elemMatch: { sku: 'a', q: { $gt: 3 } } } }, [2]],
    [{ 'lines.1.q': 5 }, [1]],
    [{ 'lines.q': { $exists: true } }, [1, 2]],
    [{ 'lines.x': null }, [1, 2, 3, 4, 5]],
    [{ 'tags.x': null }, [4, 5]],
    [{ n: { $elemMatch: { $gt: 0, $lt: 5 } } }, [5]],
    [{ nested: [3] }, [5]],
    [{ o: { a: 1, b: 2 } }, [2]],
    [{ o: { $gt: { a: 1 } } }, [2, 3]],
    [{ 'o.a': 1, 'o.b': { $exists: false } }, [5]],
  ] as [mongoose.mongo.Filter<mongoose.mongo.Document>, number[]][])('%j', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });
});

describe('logic, patterns, expressions', () => {
  it.each([
    [{ $or: [{ n: 5 }, { n: 10 }] }, [1, 2]],
    [{ $and: [{ tags: 'sweet' }, { n: 5 }] }, [1]],
    [{ $nor: [{ tags: 'sweet' }, { n: 10 }] }, [4, 5]],
    [{ s: /^apple/ }, [3]],
    [{ s: /^apple/i }, [1, 3]],
    [{ s: { $regex: 'an+a$', $options: 'i' } }, [2]],
    [{ s: { $in: [/pie/, 'banana'] } }, [2, 3]],
    [{ s: { $not: /a/ } }, [1, 4, 5]],
    [{ $expr: { $gt: ['$n', '$_id'] } }, [1, 2, 4, 5]],
    [{ $expr: { $eq: ['$o.a', 1] } }, [2, 3, 5]],
  ] as [mongoose.mongo.Filter<mongoose.mongo.Document>, number[]][])('%#', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it('compares over all types in $expr: a number is above a field that is not there', async () => {
    expect(await ids({ $expr: { $lt: ['$at', 0] } })).toEqual([1, 2, 3]);
  });
});

describe('order', () => {
  it('sorts over all types, arrays by their lowest or highest element', async () => {
    const order = async (direction: 1 | -1) =>
      (await docs.find().sort({ n: direction, _id: 1 }).toArray()).map(({ _id }) => Number(_id));
    expect(await order(1)).toEqual([3, 5, 1, 2, 4]);
    expect(await order(-1)).toEqual([4, 5, 2, 1, 3]);
  });

  it('puts a missing field with null, and an empty array before it', async () => {
    expect((await docs.find().sort({ tags: 1, _id: 1 }).toArray()).map(({ _id }) => Number(_id))).toEqual([
      2, 5, 1, 4, 3,
    ]);
  });

  it('follows the order of types', async () => {
    const mixed = target.db.collection('mixed');
    const values = [
      null,
      -1.5,
      3,
      Long.fromString('9007199254740993'),
      'a',
      { a: 1 },
      new ObjectId(),
      false,
      true,
      new Date(0),
    ];
    await mixed.insertMany(values.toReversed().map((v) => ({ v })));
    const found = (await mixed.find().sort({ v: 1 }).toArray()).map(({ v }) => JSON.stringify(v));
    expect(found).toEqual(values.map((v) => JSON.stringify(v)));
  });

  it('skips and limits after sorting', async () => {
    const page = await docs.find().sort({ _id: -1 }).skip(1).limit(2).toArray();
    expect(page.map(({ _id }) => Number(_id))).toEqual([4, 3]);
  });
});

describe('projection', () => {
  it.each([
    [{ s: 1, _id: 0 }, { s: 'Apple' }],
    [{ 'lines.q': 1, _id: 0 }, { lines: [{ q: 1 }, { q: 5 }] }],
    [
      { lines: { sku: 1 }, n: 1 },
      { _id: 1, n: 5, lines: [{ sku: 'a' }, { sku: 'b' }] },
    ],
    [
      { lines: 0, tags: 0, s: 0 },
      { _id: 1, n: 5 },
    ],
    [
      { 'lines.sku': 0, tags: 0, s: 0, _id: 0 },
      { n: 5, lines: [{ q: 1 }, { q: 5 }] },
    ],
    [{ 's.x': 1 }, { _id: 1 }],
  ] as [object, object][])('%j', async (projection, expected) => {
    expect(await docs.findOne({ _id: 1 as never }, { projection })).toEqual(expected);
  });

  it('refuses showing and hiding at once', async () => {
    expect((await serverError(docs.findOne({}, { projection: { a: 1, b: 0 } }))).code).toBe(31254);
    expect((await serverError(docs.findOne({}, { projection: { a: 0, b: 1 } }))).code).toBe(31253);
  });
});

describe('distinct and count', () => {
  it('answers each value once, those of arrays too', async () => {
    expect((await docs.distinct('tags')).toSorted()).toEqual(['red', 'sweet']);
    expect((await docs.distinct('lines.sku', { _id: 1 as never })).toSorted()).toEqual(['a', 'b']);
  });

  it('counts', async () => {
    expect(await docs.countDocuments({ tags: 'sweet' })).toBe(2);
    expect(await docs.countDocuments({}, { skip: 1, limit: 3 })).toBe(3);
    expect(await docs.estimatedDocumentCount()).toBe(5);
    expect(await target.db.collection('nowhere').countDocuments()).toBe(0);
  });
});

describe('what a filter must not say', () => {
  it.each([
    [{ n: { $foo: 1 } }, 2],
    [{ $foo: [] }, 2],
    [{ $or: [] }, 2],
    [{ n: { $in: 5 } }, 2],
    [{ $text: { $search: 'x' } }, 27],
    [{ $expr: { $foo: 1 } }, 168],
  ] as [mongoose.mongo.Filter<mongoose.mongo.Document>, number][])('%j', async (filter, code) => {
    expect((await serverError(docs.findOne(filter))).code).toBe(code);
  });
});
