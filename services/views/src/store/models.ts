import type { Availability, ReviewRecord, SalesDay, WalletChange } from '@evenkeel/contracts';
import mongoose, { type Connection, type Model, Schema } from 'mongoose';
import type { OrderDocument } from '../features/orders/order-document.js';
import type { ProductDocument } from '../features/products/product-document.js';

export interface ReviewDocument {
  readonly _id: string;
  readonly productId: string;
  readonly postedAt: string;
  readonly record: ReviewRecord;
}

/** What shoppers may know of a SKU, as inventory last said. */
export type AvailabilityDocument = Availability & { readonly _id: string };

export interface RatingDocument {
  readonly _id: string;
  readonly histogram: number[];
}

export interface WalletDocument {
  readonly _id: string;
  readonly available: number;
  readonly frozen: number;
  readonly version: number;
}

export type WalletEntryDocument = WalletChange['entries'][number] & {
  readonly _id: string;
  readonly customerId: string;
};

/** By `day/currency`. */
export type DailySalesDocument = SalesDay & { readonly _id: string };

/** A guest who signed in, and the customer their orders went over to. */
export interface MergeDocument {
  readonly _id: string;
  readonly customerId: string;
}

/** How far a rebuild of a read model is, or how the last one ended. */
export interface RebuildDocument {
  /** The read model. */
  readonly _id: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly documents: number;
  /** The keys of those who asked for it. */
  readonly keys: readonly string[];
  readonly startedAt: Date;
  /** The last sign of life of who builds it. */
  readonly at: Date;
}

interface Documents {
  readonly orders: OrderDocument;
  readonly products: ProductDocument;
  readonly reviews: ReviewDocument;
  readonly availability: AvailabilityDocument;
  readonly ratings: RatingDocument;
  readonly wallets: WalletDocument;
  readonly walletEntries: WalletEntryDocument;
  readonly dailySales: DailySalesDocument;
  readonly merges: MergeDocument;
  readonly rebuilds: RebuildDocument;
}

export type ModelName = keyof Documents;
export type Models = { readonly [Name in ModelName]: Model<Documents[Name]> } & {
  readonly connection: Connection;
};

const COLLECTIONS: Readonly<Record<ModelName, string>> = {
  orders: 'orders',
  products: 'products',
  reviews: 'reviews',
  availability: 'availability',
  ratings: 'ratings',
  wallets: 'wallets',
  walletEntries: 'wallet_entries',
  dailySales: 'daily_sales',
  merges: 'merges',
  rebuilds: 'rebuilds',
};
const NAMES = Object.keys(COLLECTIONS) as ModelName[];

const INDEXES: Partial<Record<ModelName, readonly Record<string, 1 | -1>[]>> = {
  orders: [{ customerId: 1, _id: -1 }, { 'sales.day': 1 }],
  products: [{ slug: 1 }, { skus: 1 }],
  reviews: [{ productId: 1, postedAt: -1, _id: -1 }],
  walletEntries: [{ customerId: 1, _id: -1 }],
};

/** Connects to the database `views`, or to another of that server, and makes its indexes. */
export async function connectModels(url: string, dbName = 'views'): Promise<Models> {
  const connection = mongoose.createConnection(url, {
    dbName,
    maxPoolSize: 8,
    serverSelectionTimeoutMS: 5_000,
  });
  await connection.asPromise();
  const models = modelsOn(connection, NAMES);
  await createIndexes(models, NAMES);
  return { connection, ...models } as Models;
}

/** Models of these names, in collections that carry a suffix. */
export const modelsOn = (connection: Connection, names: readonly ModelName[], suffix = '') =>
  Object.fromEntries(
    names.map((name) => [name, modelIn(connection, COLLECTIONS[name] + suffix)]),
  ) as Partial<Models>;

const modelIn = (connection: Connection, collection: string) =>
  connection.models[collection] ??
  connection.model(
    collection,
    new Schema({ _id: String } as never, {
      strict: false,
      versionKey: false,
      autoCreate: false,
      autoIndex: false,
      collection,
    }),
  );

/** Makes the indexes of these models, and with the first of them their collections. */
export async function createIndexes(models: Partial<Models>, names: readonly ModelName[]): Promise<void> {
  for (const name of names)
    for (const index of INDEXES[name] ?? []) await models[name]?.collection.createIndex(index);
}
