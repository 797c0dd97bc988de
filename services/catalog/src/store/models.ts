import type { ProductRecord, ReviewRecord } from '@evenkeel/contracts';
import mongoose, { type Connection, type Model, Schema } from 'mongoose';

/** A key that was used on this product, and what it was answered: claimed in the document that it changed. */
export interface UsedKey {
  caller: string;
  key: string;
  hash: string;
  version: number;
  at: Date;
}

/** A product with its place in the outbox: `pending` until its newest version is on the stream. */
export interface ProductDocument {
  _id: string;
  skus: string[];
  version: number;
  record: ProductRecord;
  pending: boolean;
  keys: UsedKey[];
}

export interface ReviewDocument {
  /** Derived from customer and product: one review each. */
  _id: string;
  productId: string;
  record: ReviewRecord;
  pending: boolean;
  /** Who wrote it under which key; null for reviews of the seed. */
  claim: { caller: string; key: string; hash: string } | null;
}

/** What was published last, to find out after a reconnect whether the broker still has it. */
export interface RelayDocument {
  _id: string;
  stream: string;
  seq: number;
  messageId: string;
  created: Date;
}

export interface Models {
  readonly products: Model<ProductDocument>;
  readonly reviews: Model<ReviewDocument>;
  readonly relay: Model<RelayDocument>;
  readonly connection: Connection;
}

const loose = { strict: false, versionKey: false, autoCreate: false, autoIndex: false } as const;

/** Connects to the database `catalog` and makes its indexes. */
export async function connectModels(url: string): Promise<Models> {
  const connection = mongoose.createConnection(url, {
    dbName: 'catalog',
    maxPoolSize: 8,
    serverSelectionTimeoutMS: 5_000,
  });
  const products = connection.model<ProductDocument>(
    'Product',
    new Schema<ProductDocument>({ _id: String }, { ...loose, collection: 'products' }),
  );
  const reviews = connection.model<ReviewDocument>(
    'Review',
    new Schema<ReviewDocument>({ _id: String }, { ...loose, collection: 'reviews' }),
  );
  const relay = connection.model<RelayDocument>(
    'Relay',
    new Schema<RelayDocument>({ _id: String }, { ...loose, collection: 'relay' }),
  );
  await connection.asPromise();
  await products.collection.createIndex({ skus: 1 });
  await products.collection.createIndex({ pending: 1 });
  await products.collection.createIndex({ 'keys.key': 1 });
  await reviews.collection.createIndex({ pending: 1 });
  await reviews.collection.createIndex({ productId: 1 });
  await reviews.collection.createIndex({ 'claim.key': 1 });
  return { products, reviews, relay, connection };
}
