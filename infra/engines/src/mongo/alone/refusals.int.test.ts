import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverError } from '../contract/target.js';
import { makeDataDir, removeDataDir, type StandIn, startStandIn } from './stand-in.js';

const { Decimal128, Long, MongoClient, UUID, Code } = mongoose.mongo;

let dir: string;
let server: StandIn;
let client: mongoose.mongo.MongoClient;
let db: mongoose.mongo.Db;

beforeAll(async () => {
  dir = await makeDataDir();
  server = await startStandIn(dir);
  client = await new MongoClient(server.url).connect();
  db = client.db('refusals');
  await db.collection('docs').insertOne({ _id: 1 as never, a: [1] });
});
afterAll(async () => {
  await client.close();
  await server.stop();
  await removeDataDir(dir);
});

const lsid = { id: new UUID() };

describe('transactions, change streams and text search are refused as a single original server does', () => {
  it.each([
    [
      'a transaction',
      { find: 'docs', lsid, txnNumber: Long.ONE, autocommit: false, startTransaction: true },
      20,
      'IllegalOperation',
    ],
    [
      'a retryable write',
      { insert: 'docs', documents: [{}], lsid, txnNumber: Long.ONE },
      20,
      'IllegalOperation',
    ],
    ['a commit', { commitTransaction: 1 }, 59, 'CommandNotFound'],
    [
      'a change stream',
      { aggregate: 'docs', pipeline: [{ $changeStream: {} }], cursor: {} },
      40573,
      'Location40573',
    ],
    [
      'a change stream of all',
      { aggregate: 1, pipeline: [{ $changeStream: {} }], cursor: {} },
      40573,
      'Location40573',
    ],
    ['text search', { find: 'docs', filter: { $text: { $search: 'x' } } }, 27, 'IndexNotFound'],
    [
      'a text index',
      { createIndexes: 'docs', indexes: [{ key: { a: 'text' }, name: 'a' }] },
      67,
      'CannotCreateIndex',
    ],
    ['an old snapshot', { find: 'docs', readConcern: { level: 'snapshot' } }, 123, 'NotAReplicaSet'],
  ] as [string, mongoose.mongo.Document, number, string][])('%s', async (_name, command, code, codeName) => {
    expect(await serverError(db.command(command))).toMatchObject({ code, codeName });
  });
});

describe('what the original can do and this cannot is refused by name', () => {
  it.each([
    [{ find: 'docs', collation: { locale: 'en' } }, 'find.collation'],
    [{ find: 'docs', hint: { a: 1 } }, 'find.hint'],
    [{ find: 'docs', tailable: true }, 'find.tailable'],
    [{ find: 'docs', projection: { a: { $slice: 1 } } }, 'projection'],
    [{ aggregate: 'docs', pipeline: [{ $lookup: {} }], cursor: {} }, '$lookup'],
    [{ aggregate: 'docs', pipeline: [{ $out: 'x' }], cursor: {} }, '$out'],
    [{ aggregate: 'docs', pipeline: [], cursor: {}, let: { x: 1 } }, 'aggregate.let'],
    [{ create: 'c', capped: true }, 'create.capped'],
    [{ create: 'c', validator: { a: 1 } }, 'create.validator'],
    [
      { createIndexes: 'docs', indexes: [{ key: { a: 1 }, name: 'a', expireAfterSeconds: 1 }] },
      'expireAfterSeconds',
    ],
    [{ find: 'docs', filter: { a: Decimal128.fromString('1') } }, 'decimal'],
    [
      {
        find: 'docs',
        filter: {
          $expr: { $eq: [{ $dateTrunc: { date: new Date(), unit: 'day', timezone: 'Asia/Tokyo' } }, 1] },
        },
      },
      'time zone',
    ],
  ] as [mongoose.mongo.Document, string][])('%j', async (command, what) => {
    const { code, codeName, message } = await serverError(db.command(command));
    expect({ code, codeName }).toEqual({ code: 238, codeName: 'NotImplemented' });
    expect(message).toContain(what);
    expect(message).toContain('docker compose up');
  });

  it.each([
    [{ q: {}, u: { $set: { 'a.$[x]': 1 } }, arrayFilters: [{ x: 1 }] }, 'arrayFilters'],
    [{ q: { a: 1 }, u: { $set: { 'a.$': 1 } } }, 'positional'],
    [{ q: {}, u: { $mul: { a: 1 } } }, '$mul'],
    [{ q: {}, u: { $set: { a: Decimal128.fromString('1') } } }, 'decimal'],
    [{ q: {}, u: [{ $set: { a: 1 } }], c: { x: 1 } }, 'update.updates.c'],
  ] as [mongoose.mongo.Document, string][])('an update like %j', async (update, what) => {
    const reply = await db.command({ update: 'docs', updates: [update] });
    expect(reply.writeErrors).toMatchObject([{ index: 0, code: 238 }]);
    expect(reply.writeErrors[0].errmsg).toContain(what);
    expect(await db.collection('docs').findOne()).toEqual({ _id: 1, a: [1] });
  });

  it.each([
    ['Decimal128', Decimal128.fromString('1.5')],
    ['code', new Code('1')],
  ])('a document with %s, wherever it is', async (_name, value) => {
    const error = await serverError(db.collection('docs').insertOne({ a: [{ b: value }] }));
    expect(error.code).toBe(238);
    expect(await db.collection('docs').countDocuments()).toBe(1);
  });

  it('takes such options when they say nothing', async () => {
    const empty = { find: 'docs', tailable: false, collation: {}, allowPartialResults: false };
    expect((await db.command(empty)).cursor.firstBatch).toHaveLength(1);
  });
});

it('refuses documents that are too deep or too large, and goes on', async () => {
  let deep: mongoose.mongo.Document = {};
  for (let i = 0; i < 200; i++) deep = { deep };
  expect((await serverError(db.collection('docs').insertOne(deep))).code).toBe(15);
  await db.collection('docs').insertOne({ _id: 'grows' as never, text: 'x'.repeat(9_000_000) });
  const grow = db
    .collection('docs')
    .updateOne({ _id: 'grows' as never }, { $set: { more: 'y'.repeat(9_000_000) } });
  expect((await serverError(grow)).code).toBe(17419);
  expect(await db.command({ ping: 1 })).toEqual({ ok: 1 });
});
