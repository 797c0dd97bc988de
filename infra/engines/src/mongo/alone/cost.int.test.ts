import { readFile } from 'node:fs/promises';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDataDir, removeDataDir, type StandIn, startStandIn } from './stand-in.js';

/** Milliseconds of a tick of the kernel's process times. */
const TICK_MS = 10;

let dir: string;
let server: StandIn;
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  dir = await makeDataDir();
  server = await startStandIn(dir);
});
afterAll(async () => {
  await client?.close();
  await server.stop();
  await removeDataDir(dir);
});

const ofProcess = (file: string) => readFile(`/proc/${server.child.pid}/${file}`, 'utf8');

/** Processor time of the stand-in so far: unlike a stopwatch it does not count what else the machine does. */
async function cpuMs(): Promise<number> {
  const fields = (await ofProcess('stat')).split(') ')[1]?.split(' ') ?? [];
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
}

const order = (i: number, version: number) => ({
  version,
  status: version % 2 === 0 ? 'paid' : 'placed',
  customer: `c${i % 500}`,
  placed: new Date(i * 1000),
  total: { amount: 12_300 + i, currency: 'CNY' },
  lines: [1, 2].map((n) => ({ sku: `s${(i + n) % 100}`, title: 'A thing with a name', quantity: n })),
});

describe.runIf(process.platform === 'linux')('the process', () => {
  it('is small when it starts', async () => {
    const resident = Number(/VmRSS:\s+(\d+)/.exec(await ofProcess('status'))?.[1]);
    // From source, the loader for TypeScript is in it too.
    expect(resident / 1024).toBeLessThan(90 + (server.fromSource ? 60 : 0));
  });

  it('takes an upsert of an order, guarded by its version, in little time', async () => {
    client = await new mongoose.mongo.MongoClient(server.url).connect();
    const orders = client.db('shop').collection('orders');
    await orders.createIndex({ customer: 1, placed: -1 });
    const batches = async (from: number, to: number, version: number) => {
      for (let batch = from; batch < to; batch++) {
        const updates = Array.from({ length: 100 }, (_, n) => {
          const i = batch * 100 + n;
          const isNewer = { $lt: [{ $ifNull: ['$version', 0] }, version] };
          const newer = { $mergeObjects: ['$$ROOT', { $literal: order(i, version) }] };
          const pipeline = [{ $replaceWith: { $cond: [isNewer, newer, '$$ROOT'] } }];
          const update = i % 2 === 0 ? pipeline : { $set: order(i, version) };
          return { updateOne: { filter: { _id: `o${i}` as never }, update, upsert: true } };
        });
        await orders.bulkWrite(updates, { ordered: false });
      }
    };
    await batches(0, 100, 1);
    const before = await cpuMs();
    await batches(0, 100, 2);
    const microseconds = ((await cpuMs()) - before) / 10;
    expect(await orders.countDocuments({ version: 2 })).toBe(10_000);
    // About 40 where this was written; the bound leaves room for slow machines and a loader in the process.
    expect(microseconds).toBeLessThan(200);
  });
});
