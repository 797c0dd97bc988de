import { appendFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDataDir, removeDataDir, type StandIn, startStandIn } from './stand-in.js';

const { MongoClient } = mongoose.mongo;

let dir: string;
let server: StandIn;
let client: mongoose.mongo.MongoClient;

async function start(): Promise<void> {
  server = await startStandIn(dir);
  client = await new MongoClient(server.url, { retryReads: false, serverSelectionTimeoutMS: 3000 }).connect();
}

/** Ends the process as a power switch would, and starts it again on what it left. */
async function restart(signal: NodeJS.Signals): Promise<void> {
  await server.stop(signal);
  await client.close();
  await start();
}

beforeEach(async () => {
  dir = await makeDataDir();
  await start();
});
afterEach(async () => {
  await client.close();
  await server.stop();
  await removeDataDir(dir);
});

const docs = () => client.db('shop').collection('docs');

describe('after a SIGKILL', () => {
  it('has every acknowledged write of a stream of them', async () => {
    let acknowledged = 0;
    let killed = false;
    const writing = (async () => {
      for (let batch = 0; !killed; batch++) {
        const updates = Array.from({ length: 20 }, (_, i) => ({
          updateOne: {
            filter: { _id: (batch * 20 + i) as never },
            update: { $set: { batch } },
            upsert: true,
          },
        }));
        try {
          await docs().bulkWrite(updates);
          acknowledged = (batch + 1) * 20;
        } catch (error) {
          if (!killed) throw error;
        }
      }
    })();
    await expect.poll(() => acknowledged).toBeGreaterThan(400);
    killed = true;
    await restart('SIGKILL');
    await writing;
    expect(acknowledged).toBeGreaterThan(400);
    expect(await docs().countDocuments({ _id: { $lt: acknowledged as never } })).toBe(acknowledged);
  });

  it('has updates, removals, indexes, renames and drops as they were', async () => {
    await docs().insertMany([1, 2, 3].map((_id) => ({ _id: _id as never, n: _id })));
    await docs().createIndex({ n: 1 }, { unique: true });
    await docs().createIndex({ gone: 1 });
    await docs().dropIndex('gone_1');
    await docs().updateOne({ _id: 2 as never }, { $set: { n: 20 } });
    await docs().deleteOne({ _id: 3 as never });
    await client
      .db('shop')
      .collection('from')
      .insertOne({ _id: 'moved' as never });
    await client
      .db('shop')
      .collection('to')
      .insertOne({ _id: 'replaced' as never });
    await client.db('shop').renameCollection('from', 'to', { dropTarget: true });
    await client.db('shop').collection('dropped').insertOne({});
    await client.db('shop').dropCollection('dropped');
    await restart('SIGKILL');
    expect(await docs().find().toArray()).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 20 },
    ]);
    expect((await docs().indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_1']);
    await expect(docs().insertOne({ n: 20 })).rejects.toMatchObject({ code: 11000 });
    expect(await client.db('shop').collection('to').find().toArray()).toEqual([{ _id: 'moved' }]);
    const names = (await client.db('shop').listCollections().toArray()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['docs', 'to']);
  });
});

const logOf = async () =>
  join(
    dir,
    (await readdir(dir))
      .filter((name) => name.startsWith('log-'))
      .toSorted()
      .at(-1) ?? '',
  );

describe('the log', () => {
  it('loses a torn last record and nothing else, and says so', async () => {
    await docs().insertMany([1, 2, 3].map((_id) => ({ _id: _id as never })));
    await docs().insertOne({ _id: 4 as never, text: 'x'.repeat(500) });
    await server.stop('SIGKILL');
    const log = await logOf();
    await truncate(log, (await stat(log)).size - 100);
    await client.close();
    await start();
    expect(await docs().distinct('_id')).toEqual([1, 2, 3]);
    expect(server.said()).toContain('cut off an unfinished last record');
    await docs().insertOne({ _id: 5 as never });
    await restart('SIGKILL');
    expect(await docs().distinct('_id')).toEqual([1, 2, 3, 5]);
  });

  it('that is damaged in the middle is refused, and left as it is', async () => {
    await docs().insertMany(
      Array.from({ length: 50 }, (_, i) => ({ _id: i as never, text: 'x'.repeat(100) })),
    );
    await server.stop();
    const log = await logOf();
    const { size } = await stat(log);
    await appendFile(log, Buffer.alloc(100, 7));
    await expect(startStandIn(dir)).rejects.toThrow(/is damaged at byte \d+: restore it from a copy/);
    expect((await stat(log)).size).toBe(size + 100);
    await truncate(log, size);
    await client.close();
    await start();
    expect(await docs().countDocuments()).toBe(50);
  });

  it('is written anew at the start when most of it is past, and goes on from there', async () => {
    const text = 'y'.repeat(10_000);
    await docs().createIndex({ n: 1 });
    for (let n = 0; n < 100; n++)
      await docs().updateOne({ _id: 'one' as never }, { $set: { n, text } }, { upsert: true });
    await restart('SIGTERM');
    await expect.poll(() => readdir(dir)).toEqual(['log-1', 'snapshot-1']);
    expect((await stat(join(dir, 'snapshot-1'))).size).toBeLessThan(2 * text.length);
    await docs().updateOne({ _id: 'one' as never }, { $inc: { n: 1 } });
    await restart('SIGKILL');
    expect(await docs().findOne({ n: 100 }, { projection: { n: 1 } })).toEqual({ _id: 'one', n: 100 });
    expect(await docs().indexes()).toHaveLength(2);
  });

  it('ignores a snapshot that was not finished', async () => {
    await docs().insertOne({ _id: 1 as never });
    await server.stop('SIGKILL');
    await writeFile(join(dir, 'snapshot-1.tmp'), 'half');
    await client.close();
    await start();
    expect(await docs().countDocuments()).toBe(1);
    expect(await readdir(dir)).toEqual(['log-0']);
  });
});
