import type mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget, serverError, type Target } from './target.js';

type Update = mongoose.mongo.UpdateFilter<mongoose.mongo.Document> | mongoose.mongo.Document[];

let target: Target;
let docs: mongoose.mongo.Collection;

beforeAll(async () => {
  target = await openTarget();
  docs = target.db.collection('docs');
});
afterAll(() => target.close());

/** What becomes of a document. */
async function after(before: object, update: Update): Promise<unknown> {
  await docs.deleteMany({});
  await docs.insertOne({ _id: 1 as never, ...before });
  await docs.updateOne({ _id: 1 as never }, update);
  const { _id, ...rest } = (await docs.findOne({ _id: 1 as never })) ?? {};
  return rest;
}

async function refusal(before: object, update: Update): Promise<{ code: number; message: string }> {
  await docs.deleteMany({});
  await docs.insertOne({ _id: 1 as never, ...before });
  const { code, message } = await serverError(docs.updateOne({ _id: 1 as never }, update));
  expect(await docs.findOne()).toEqual({ _id: 1, ...before });
  return { code, message };
}

describe('fields', () => {
  it.each([
    [{}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
    [{ a: 1 }, { $set: { 'b.c.d': 1 } }, { a: 1, b: { c: { d: 1 } } }],
    [{ a: [1, 2] }, { $set: { 'a.1': 'x', 'a.3': 'y' } }, { a: [1, 'x', null, 'y'] }],
    [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
    [{ a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': 1, x: 1, 'y.z': 1 } }, { b: { d: 2 } }],
    [{ a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
    [{ a: 1 }, { $inc: { a: 2, b: -1, 'c.d': 0.5 } }, { a: 3, b: -1, c: { d: 0.5 } }],
    [{ a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 } }, { a: 3, b: 5, c: 1 }],
    [{ a: 5, b: 'x' }, { $max: { a: 9, b: 9, c: null } }, { a: 9, b: 'x', c: null }],
  ] as [object, Update, object][])('%j + %j', async (before, update, expected) => {
    expect(await after(before, update)).toEqual(expected);
  });

  it('appends new fields in the order of their names', async () => {
    await after({ z: 1 }, { $set: { c: 1, a: 1, b: 1 } });
    expect(Object.keys((await docs.findOne()) ?? {})).toEqual(['_id', 'z', 'a', 'b', 'c']);
  });

  it('counts a change only if something changed', async () => {
    await after({ a: 1, b: [1] }, { $set: { a: 1 } });
    const unchanged = [
      { $set: { a: 1 } },
      { $addToSet: { b: 1 } },
      { $max: { a: 0 } },
      { $unset: { x: 1 } },
      { $inc: { a: 0 } },
    ];
    for (const update of unchanged) {
      const done = await docs.updateOne({ _id: 1 as never }, update as Update);
      expect([done.matchedCount, done.modifiedCount]).toEqual([1, 0]);
    }
  });

  it('writes the time of the server', async () => {
    const result = (await after({}, { $currentDate: { at: true } })) as { at: Date };
    expect(Math.abs(result.at.getTime() - Date.now())).toBeLessThan(60_000);
  });
});

describe('arrays', () => {
  it.each([
    [{}, { $push: { a: 1 } }, { a: [1] }],
    [{ a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
    [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
    [
      { a: [{ n: 1 }] },
      { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 } } } },
      { a: [{ n: 2 }, { n: 1 }] },
    ],
    [{ a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
    [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [{ a: [{ k: 1, v: 1 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
    [{ a: ['x', 'y'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
    [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [{ b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  ] as [object, Update, object][])('%j + %j', async (before, update, expected) => {
    expect(await after(before, update)).toEqual(expected);
  });
});

describe('pipelines', () => {
  it.each([
    [
      { a: 2 },
      [{ $set: { b: { $multiply: ['$a', 10] } } }, { $set: { c: { $add: ['$a', '$b'] } } }],
      { a: 2, b: 20, c: 22 },
    ],
    [{ a: 1, b: 2 }, [{ $unset: 'a' }], { b: 2 }],
    [{ a: { x: 1 } }, [{ $set: { 'a.y': 2, b: { z: '$a.x' } } }], { a: { x: 1, y: 2 }, b: { z: 1 } }],
    [{ v: 3 }, [{ $set: { v: { $cond: [{ $lt: ['$v', 5] }, 5, '$v'] } } }], { v: 5 }],
    [{ v: 7 }, [{ $set: { v: { $cond: [{ $lt: ['$v', 5] }, 5, '$v'] } } }], { v: 7 }],
    [
      { v: 3, x: 1 },
      [{ $replaceWith: { $cond: [{ $gt: [5, '$v'] }, { $literal: { v: 5 } }, '$$ROOT'] } }],
      { v: 5 },
    ],
    [
      { v: 6, x: 1 },
      [{ $replaceWith: { $cond: [{ $gt: [5, '$v'] }, { $literal: { v: 5 } }, '$$ROOT'] } }],
      { v: 6, x: 1 },
    ],
    [{ x: 1 }, [{ $replaceWith: { $mergeObjects: ['$$ROOT', { y: 2 }] } }], { x: 1, y: 2 }],
    [{ a: 1, b: 2 }, [{ $project: { b: 1 } }], { b: 2 }],
    [{ a: 1 }, [{ $set: { a: '$$REMOVE', b: '$missing' } }], {}],
  ] as [object, mongoose.mongo.Document[], object][])('%j + %j', async (before, update, expected) => {
    expect(await after(before, update)).toEqual(expected);
  });

  it('applies only what is newer, and counts what is not as unchanged', async () => {
    await docs.deleteMany({});
    const apply = (version: number, status: string) => {
      const isNewer = { $lt: [{ $ifNull: ['$version', 0] }, version] };
      const take = (value: unknown, field: string) => ({ $cond: [isNewer, value, field] });
      const set = { version: take(version, '$version'), status: take(status, '$status') };
      return docs.updateOne({ _id: 'o' as never }, [{ $set: set }], { upsert: true });
    };
    expect((await apply(2, 'paid')).upsertedCount).toBe(1);
    expect((await apply(1, 'placed')).modifiedCount).toBe(0);
    expect((await apply(3, 'sent')).modifiedCount).toBe(1);
    expect(await docs.findOne()).toEqual({ _id: 'o', version: 3, status: 'sent' });
  });

  it('keeps the _id, and refuses another one', async () => {
    expect(await after({ a: 1 }, [{ $replaceWith: { b: 1 } }])).toEqual({ b: 1 });
    expect((await refusal({ a: 1 }, [{ $set: { _id: 2 } }])).code).toBe(66);
    expect((await refusal({ a: 1 }, [{ $match: {} }])).code).toBe(72);
  });
});

describe('what is refused, changing nothing', () => {
  it.each([
    [
      { a: 'x' },
      { $inc: { a: 1 } },
      14,
      `Cannot apply $inc to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type string`,
    ],
    [{}, { $inc: { a: 'x' } }, 14, 'Cannot increment with non-numeric argument: {a: "x"}'],
    [
      { a: 1 },
      { $push: { a: 1 } },
      2,
      `The field 'a' must be an array but is of type int in document {_id: 1}`,
    ],
    [{ a: 1 }, { $addToSet: { a: 1 } }, 2, 'Cannot apply $addToSet to non-array field'],
    [{ a: 1 }, { $pull: { a: 1 } }, 2, 'Cannot apply $pull to a non-array value'],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, 28, `Cannot create field 'b' in element {a: 1}`],
    [{ a: [1] }, { $set: { 'a.b': 1 } }, 28, `Cannot create field 'b' in element`],
    [{}, { $set: { a: 1 }, $inc: { a: 1 } }, 40, `Updating the path 'a' would create a conflict at 'a'`],
    [{}, { $set: { a: {}, 'a.b': 1 } }, 40, `Updating the path 'a.b' would create a conflict at 'a'`],
    [
      {},
      { $set: { _id: 2 } },
      66,
      `Performing an update on the path '_id' would modify the immutable field '_id'`,
    ],
    [{}, { $set: { 'a..b': 1 } }, 56, 'contains an empty field name, which is not allowed'],
    [
      {},
      { $foo: { a: 1 } },
      9,
      'Unknown modifier: $foo. Expected a valid update modifier or pipeline-style update specified as an array',
    ],
  ] as [object, Update, number, string][])('%j + %j', async (before, update, code, message) => {
    const refused = await refusal(before, update);
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(message);
  });
});
