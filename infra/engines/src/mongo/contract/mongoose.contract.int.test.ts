import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTarget, type Target } from './target.js';

const { Schema } = mongoose;

const schema = new Schema(
  {
    sku: { type: String, unique: true },
    name: String,
    price: { amount: Number, currency: String },
    tags: [String],
    variants: [{ color: String, quantity: Number }],
    seller: { type: Schema.Types.ObjectId, ref: 'Seller' },
    extra: Schema.Types.Mixed,
    notes: { type: Map, of: String },
  },
  { timestamps: true, optimisticConcurrency: true },
);
schema.index({ name: 1, 'price.amount': -1 });

let target: Target;
let connection: mongoose.Connection;
const define = () => ({
  Product: connection.model('Product', schema),
  Seller: connection.model('Seller', new Schema({ name: String })),
});
let models: ReturnType<typeof define>;

beforeAll(async () => {
  target = await openTarget();
  connection = await mongoose.createConnection(target.url, { dbName: target.db.databaseName }).asPromise();
  models = define();
  await Promise.all([models.Product.init(), models.Seller.init()]);
});
afterAll(async () => {
  await connection.close();
  await target.close();
});

it('declares the indexes of a schema and finds nothing to change afterwards', async () => {
  const names = (await models.Product.collection.indexes()).map(({ name }) => name);
  expect(names).toEqual(['_id_', 'sku_1', 'name_1_price.amount_-1']);
  expect(await models.Product.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  expect(await models.Product.syncIndexes()).toEqual([]);
});

it('creates, changes and saves documents with arrays, maps and sub-documents', async () => {
  const seller = await models.Seller.create({ name: 'Acme' });
  const made = await models.Product.create({
    sku: 'p1',
    price: { amount: 1999, currency: 'CNY' },
    variants: [{ color: 'red', quantity: 1 }],
    seller: seller._id,
    notes: { a: 'x' },
  });
  made.variants.push({ color: 'blue', quantity: 5 });
  made.set('price.amount', 1899);
  made.notes?.set('b', 'y');
  await made.save();
  made.variants.pull(made.variants[0]?._id);
  await made.save();
  const found = await models.Product.findOne({ sku: 'p1' }).populate('seller').orFail();
  expect(found.variants.map(({ color }) => color)).toEqual(['blue']);
  expect(found.price?.amount).toBe(1899);
  expect(found.notes?.get('b')).toBe('y');
  expect(found.get('seller.name')).toBe('Acme');
  expect(found.createdAt.getTime()).toBeLessThanOrEqual(found.updatedAt.getTime());
});

it('notices that somebody else saved first', async () => {
  await models.Product.create({ sku: 'p2' });
  const [mine, theirs] = await Promise.all([
    models.Product.findOne({ sku: 'p2' }).orFail(),
    models.Product.findOne({ sku: 'p2' }).orFail(),
  ]);
  theirs.name = 'theirs';
  await theirs.save();
  mine.name = 'mine';
  await expect(mine.save()).rejects.toMatchObject({ name: 'VersionError' });
});

it('refuses a second product of one sku', async () => {
  await models.Product.create({ sku: 'p3' });
  await expect(models.Product.create({ sku: 'p3' })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { sku: 1 },
  });
});

it('writes in bulk, walks with a cursor, and aggregates', async () => {
  await models.Product.bulkWrite(
    Array.from({ length: 250 }, (_, i) => ({
      updateOne: {
        filter: { sku: `b${i}` },
        update: { $set: { name: 'bulk', price: { amount: i, currency: 'CNY' } } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
  let walked = 0;
  for await (const _doc of models.Product.find({ name: 'bulk' }).lean().batchSize(40).cursor()) walked++;
  expect(walked).toBe(250);
  const page = await models.Product.find({ name: 'bulk' })
    .sort({ 'price.amount': -1 })
    .skip(1)
    .limit(2)
    .select('sku -_id')
    .lean();
  expect(page).toEqual([{ sku: 'b248' }, { sku: 'b247' }]);
  const [sum] = await models.Product.aggregate<{ _id: string; total: number }>([
    { $match: { name: 'bulk' } },
    { $group: { _id: '$price.currency', total: { $sum: '$price.amount' } } },
  ]);
  expect(sum).toEqual({ _id: 'CNY', total: (250 * 249) / 2 });
  expect((await models.Product.deleteMany({ name: 'bulk' })).deletedCount).toBe(250);
  expect(await models.Product.exists({ name: 'bulk' })).toBeNull();
});
