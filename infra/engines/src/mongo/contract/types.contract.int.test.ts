import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTarget, type Target } from './target.js';

const { Binary, Double, Int32, Long, ObjectId, Timestamp, UUID, BSONRegExp, MinKey, MaxKey } = mongoose.mongo;

/** One of each; whole doubles and small longs must stay what they are. */
const VALUES = {
  int: new Int32(5),
  negative: new Int32(-2_147_483_648),
  wholeDouble: new Double(5),
  minusZero: new Double(-0),
  double: new Double(0.1),
  huge: new Double(1e300),
  smallLong: Long.fromNumber(5),
  long: Long.fromString('9223372036854775807'),
  string: 'a\u0000b 中文 😀',
  date: new Date(-1),
  objectId: new ObjectId(),
  uuid: new UUID(),
  binary: new Binary(Buffer.from([0, 255]), 0),
  bool: false,
  nothing: null,
  regex: new BSONRegExp('^a', 'i'),
  timestamp: new Timestamp({ t: 7, i: 9 }),
  min: new MinKey(),
  max: new MaxKey(),
  array: [new Double(1), [new Int32(2)], {}],
  document: { '10': new Int32(1), '2': { deep: new Double(3) } },
};

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const exact = { promoteValues: false, promoteLongs: false } as const;
const exactBytes = (doc: unknown) =>
  Buffer.from(mongoose.mongo.BSON.serialize(doc as object)).toString('hex');

it('keeps every type through insert, update, upsert and pipeline', async () => {
  const docs = target.db.collection<{ _id: number; array?: unknown[] }>('types');
  await docs.insertOne({ _id: 1, ...VALUES });
  const read = (_id: number) => docs.findOne({ _id }, exact);
  const expected = exactBytes({ _id: new Int32(1), ...VALUES });
  expect(exactBytes(await read(1))).toBe(expected);
  await docs.updateOne({ _id: 1 }, { $set: { touched: 1, 'document.2.more': 1 }, $push: { array: 9 } });
  await docs.updateOne({ _id: 1 }, { $unset: { touched: 1, 'document.2.more': 1 }, $pull: { array: 9 } });
  expect(exactBytes(await read(1))).toBe(expected);
  await docs.updateOne({ _id: 1 }, [{ $set: { touched: { $add: ['$int', 1] } } }, { $unset: 'touched' }]);
  expect(exactBytes(await read(1))).toBe(expected);
  const { _id, ...sorted } = (await read(1)) ?? {};
  await docs.updateOne({ _id: 2 }, { $set: sorted }, { upsert: true });
  const upserted: Record<string, unknown> = (await read(2)) ?? {};
  for (const [name, value] of Object.entries(VALUES)) {
    expect(exactBytes({ v: upserted[name] }), name).toBe(exactBytes({ v: value }));
  }
});

it.each(
  Object.entries(VALUES).filter(
    ([name]) => !['regex', 'array', 'bool', 'nothing', 'min', 'max'].includes(name),
  ),
)('finds a document by an _id of type %s', async (name, value) => {
  const docs = target.db.collection(`ids_${name}`);
  await docs.insertOne({ _id: value as never });
  expect(await docs.countDocuments({ _id: value as never })).toBe(1);
  expect(await docs.countDocuments({ _id: { $in: [value as never] } })).toBe(1);
  await docs.updateOne({ _id: value as never }, { $set: { n: 1 } }, { upsert: true });
  expect(await docs.countDocuments({})).toBe(1);
});

it('tells integers beyond 2^53 apart', async () => {
  const docs = target.db.collection('longs');
  const [a, b] = [Long.fromString('9007199254740992'), Long.fromString('9007199254740993')];
  await docs.insertMany([{ _id: a as never }, { _id: b as never }]);
  expect(await docs.countDocuments({ _id: { $gt: a as never } })).toBe(1);
  expect(await docs.countDocuments({ _id: 9_007_199_254_740_992 as never })).toBe(1);
});

it('adds with the types of the numbers', async () => {
  const docs = target.db.collection('sums');
  await docs.insertOne({
    _id: 1 as never,
    i: new Int32(1),
    l: Long.fromNumber(1),
    d: new Double(1),
    max: new Int32(2_147_483_647),
  });
  await docs.updateOne({ _id: 1 as never }, { $inc: { i: 1, l: 1, d: 1, max: 1 } });
  const { i, l, d, max }: Record<string, unknown> = (await docs.findOne({}, exact)) ?? {};
  expect([i, l, d, max].map((n) => (n as { _bsontype: string })._bsontype)).toEqual([
    'Int32',
    'Long',
    'Double',
    'Long',
  ]);
  expect([i, l, d, max].map(Number)).toEqual([2, 2, 2, 2_147_483_648]);
});
