import type mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTarget, type Target } from './target.js';

const COUNT = 20_000;
const PAGE = 20;

let target: Target;
let orders: mongoose.mongo.Collection;

beforeAll(async () => {
  target = await openTarget();
  orders = target.db.collection('orders');
  await orders.createIndex({ customer: 1, placed: -1 });
  await orders.createIndex({ placed: 1 });
  await orders.createIndex({ number: 1 }, { unique: true });
  await orders.createIndex({ 'lines.sku': 1 });
  for (let from = 0; from < COUNT; from += 5000) {
    await orders.insertMany(
      Array.from({ length: 5000 }, (_, i) => ({
        _id: `o${from + i}` as never,
        number: from + i,
        customer: `c${(from + i) % 200}`,
        placed: new Date((from + i) * 1000),
        lines: [{ sku: `s${(from + i) % 500}` }, { sku: `t${(from + i) % 300}` }],
      })),
    );
  }
});
afterAll(() => target.close());

interface Costs {
  nReturned: number;
  totalKeysExamined: number;
  totalDocsExamined: number;
}

async function costs(cursor: mongoose.mongo.FindCursor): Promise<Costs> {
  const { executionStats } = await cursor.explain('executionStats');
  return executionStats as Costs;
}

it.each([
  ['an _id', { _id: 'o7' }, 1],
  ['a unique key', { number: 777 }, 1],
  ['a list of keys', { _id: { $in: ['o1', 'o2', 'o3'] } }, 3],
  ['all of one customer', { customer: 'c7' }, 100],
  ['one customer and a range', { customer: 'c7', placed: { $gte: new Date(15_000_000) } }, 25],
  ['a range', { placed: { $gte: new Date(5_000_000), $lt: new Date(5_050_000) } }, 50],
  ['an element of an array', { 'lines.sku': 's7' }, 40],
] as [string, mongoose.mongo.Filter<mongoose.mongo.Document>, number][])(
  'looks only at %s',
  async (_name, filter, found) => {
    const { nReturned, totalDocsExamined } = await costs(orders.find(filter));
    expect(nReturned).toBe(found);
    expect(totalDocsExamined).toBe(found);
  },
);

it.each([
  ['newest of one customer', { customer: 'c7' }, { placed: -1 }],
  ['oldest of one customer', { customer: 'c7' }, { placed: 1 }],
  ['newest of all', {}, { placed: -1 }],
  ['the next ones after a date', { placed: { $gt: new Date(9_000_000) } }, { placed: 1 }],
  ['by _id from a place', { _id: { $gt: 'o5' } }, { _id: 1 }],
] as [string, mongoose.mongo.Filter<mongoose.mongo.Document>, Record<string, 1 | -1>][])(
  'ends a sorted page at its limit: %s',
  async (_name, filter, sort) => {
    const { nReturned, totalDocsExamined } = await costs(orders.find(filter).sort(sort).limit(PAGE));
    expect(nReturned).toBe(PAGE);
    expect(totalDocsExamined).toBeLessThanOrEqual(PAGE + 1);
  },
);
