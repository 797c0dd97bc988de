import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTarget, serverError, type Target } from './target.js';

const { Long } = mongoose.mongo;
const COUNT = 1000;

let target: Target;
let docs: mongoose.mongo.Collection;

beforeAll(async () => {
  target = await openTarget();
  docs = target.db.collection('docs');
  await docs.insertMany(Array.from({ length: COUNT }, (_, i) => ({ _id: i as never, pad: 'x'.repeat(50) })));
});
afterAll(() => target.close());

interface CursorReply {
  cursor: { id: mongoose.mongo.Long | number; ns: string; firstBatch?: unknown[]; nextBatch?: unknown[] };
}

const command = (body: mongoose.mongo.Document) =>
  target.db.command(body, { promoteLongs: false }) as unknown as Promise<CursorReply>;

it('hands out batches of the size asked for, the last one without a cursor', async () => {
  const first = await command({ find: 'docs', sort: { _id: 1 }, batchSize: 400 });
  expect(first.cursor.firstBatch).toHaveLength(400);
  expect(first.cursor.ns).toBe(`${target.db.databaseName}.docs`);
  const next = { getMore: first.cursor.id, collection: 'docs' };
  expect((await command({ ...next, batchSize: 500 })).cursor.nextBatch).toHaveLength(500);
  const last = await command(next);
  expect(last.cursor.nextBatch).toHaveLength(100);
  expect(Number(last.cursor.id)).toBe(0);
  expect((await serverError(command(next))).code).toBe(43);
});

it('opens an empty first batch, and begins with 101 documents if nothing is said', async () => {
  const empty = await command({ find: 'docs', batchSize: 0 });
  expect(empty.cursor.firstBatch).toHaveLength(0);
  expect(Number(empty.cursor.id)).not.toBe(0);
  expect((await command({ find: 'docs' })).cursor.firstBatch).toHaveLength(101);
  const single = await command({ find: 'docs', batchSize: 5, singleBatch: true });
  expect([single.cursor.firstBatch?.length, Number(single.cursor.id)]).toEqual([5, 0]);
});

it('is walked whole by a client, also from an aggregation', async () => {
  let sum = 0;
  for await (const { _id } of docs.find({}, { batchSize: 37 })) sum += Number(_id);
  expect(sum).toBe((COUNT * (COUNT - 1)) / 2);
  const stages = [{ $match: { _id: { $gte: 500 } } }, { $project: { _id: 1 } }];
  expect(await docs.aggregate(stages, { batchSize: 10 }).toArray()).toHaveLength(500);
});

it('is killed', async () => {
  const { cursor } = await command({ find: 'docs', batchSize: 1 });
  const killed = await target.db.command({
    killCursors: 'docs',
    cursors: [cursor.id, Long.fromNumber(12_345)],
  });
  expect([killed.cursorsKilled.length, killed.cursorsNotFound.length]).toEqual([1, 1]);
  expect((await serverError(command({ getMore: cursor.id, collection: 'docs' }))).code).toBe(43);
});

it('splits what is too large for one message', async () => {
  const large = target.db.collection('large');
  await large.insertMany(
    Array.from({ length: 5 }, (_, i) => ({ _id: i as never, text: 'y'.repeat(6_000_000) })),
  );
  const found = await large.find().sort({ _id: 1 }).toArray();
  expect(found.map(({ _id, text }) => [Number(_id), text.length])).toEqual(
    [0, 1, 2, 3, 4].map((i) => [i, 6_000_000]),
  );
});

it('serves many clients at once', async () => {
  const { MongoClient } = mongoose.mongo;
  const clients = await Promise.all(Array.from({ length: 20 }, () => new MongoClient(target.url).connect()));
  const counts = await Promise.all(
    clients.map((client) => client.db(target.db.databaseName).collection('docs').countDocuments()),
  );
  expect(new Set(counts)).toEqual(new Set([COUNT]));
  await Promise.all(clients.map((client) => client.close()));
});
