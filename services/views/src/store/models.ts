import type { Availability, ReviewRecord, WalletChange } from '@evenkeel/contracts';
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

export interface DailySalesDocument {
  readonly _id: string;
  readonly day: string;
  readonly currency: 'CNY' | 'USD';
  readonly orders: number;
  readonly units: number;
  readonly gross: number;
  readonly refunded: number;
}

/** A guest who signed in, and the customer their orders went over to. */
export interface MergeDocument {
  readonly _id: string;
  readonly customerId: string;
}

export interface Models {
  readonly connection: Connection;
  readonly orders: Model<OrderDocument>;
  readonly products: Model<ProductDocument>;
  readonly reviews: Model<ReviewDocument>;
  readonly availability: Model<AvailabilityDocument>;
  readonly ratings: Model<RatingDocument>;
  readonly wallets: Model<WalletDocument>;
  readonly walletEntries: Model<WalletEntryDocument>;
  readonly dailySales: Model<DailySalesDocument>;
  readonly merges: Model<MergeDocument>;
}

/** Connects to the database `views` and makes its indexes. */
export async function connectModels(url: string): Promise<Models> {
  const connection = mongoose.createConnection(url, {
    dbName: 'views',
    maxPoolSize: 8,
    serverSelectionTimeoutMS: 5_000,
  });
  const model = <Document>(name: string, collection: string): Model<Document> =>
    connection.model<Document>(
      name,
      new Schema<Document>({ _id: String } as never, {
        strict: false,
        versionKey: false,
        autoCreate: false,
        autoIndex: false,
        collection,
      }),
    );
  const models: Models = {
    connection,
    orders: model<OrderDocument>('Order', 'orders'),
    products: model<ProductDocument>('Product', 'products'),
    reviews: model<ReviewDocument>('Review', 'reviews'),
    availability: model<AvailabilityDocument>('Availability', 'availability'),
    ratings: model<RatingDocument>('Rating', 'ratings'),
    wallets: model<WalletDocument>('Wallet', 'wallets'),
    walletEntries: model<WalletEntryDocument>('WalletEntry', 'wallet_entries'),
    dailySales: model<DailySalesDocument>('DailySales', 'daily_sales'),
    merges: model<MergeDocument>('Merge', 'merges'),
  };
  await connection.asPromise();
  await createIndexes(models);
  return models;
}

export async function createIndexes(models: Models): Promise<void> {
  await models.orders.collection.createIndex({ customerId: 1, _id: -1 });
  await models.orders.collection.createIndex({ 'sales.day': 1 });
  await models.products.collection.createIndex({ slug: 1 });
  await models.products.collection.createIndex({ skus: 1 });
  await models.reviews.collection.createIndex({ productId: 1, postedAt: -1, _id: -1 });
  await models.walletEntries.collection.createIndex({ customerId: 1, _id: -1 });
}
