import { randomUUID } from 'node:crypto';
import type { Sku } from '@evenkeel/kernel';
import { productOf } from '@evenkeel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogStore } from '../../store/catalog-store.js';
import { connectModels, type Models } from '../../store/models.js';
import { carryOutChangePrice } from './change-price.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-01-01T00:00:00.000Z');
const sku = `CUP-${randomUUID()}` as Sku;
const caller = randomUUID();
let models: Models;

beforeAll(async () => {
  const url = process.env.MONGO_URL;
  if (!url) throw new Error('MONGO_URL is not set: run the integration project of vitest');
  models = await connectModels(url);
  await models.products.collection.insertOne({
    _id: randomUUID() as never,
    skus: [sku],
    version: 1,
    record: productOf({ variants: [{ sku, openingStock: 1 }] }),
    pending: false,
    keys: [],
  });
});
afterAll(() => models.connection.close());

/** Sets the price so many hours after the start; the body is told from another by its price. */
const change = (minor: number, hours: number, key = 'monday') =>
  carryOutChangePrice(
    catalogStore(models),
    { key, sku, prices: { CNY: minor, USD: minor } },
    { caller, hash: String(minor), now: () => new Date(START + hours * HOUR) },
  );

test('a key does its work once, is refused for another body, and is free again after a day', async () => {
  expect(await change(900, 0)).toEqual({ replayed: false, result: { kind: 'changed', version: 2 } });
  expect(await change(900, 23)).toEqual({ replayed: true, result: { kind: 'changed', version: 2 } });
  await expect(change(800, 23)).rejects.toMatchObject({ type: 'house.key-reused' });
  expect(await change(800, 25)).toEqual({ replayed: false, result: { kind: 'changed', version: 3 } });
  const product = await catalogStore(models).productOfSku(sku);
  expect(product?.record.variants[0]?.prices).toEqual({ CNY: 800, USD: 800 });
});
