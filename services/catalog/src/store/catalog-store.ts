import type { ProductRecord, ReviewRecord } from '@evenkeel/contracts';
import mongoose from 'mongoose';
import type { Models, ProductDocument, ReviewDocument, UsedKey } from './models.js';

const DUPLICATE_KEY = 11_000;

/** What the catalog service does with its documents. */
export interface CatalogStore {
  /** The next ones by id; only this one, if it is given. */
  productsAfter(after: string | null, limit: number, id: string | null): Promise<ProductDocument[]>;
  /** The next ones by id; only those of this product, if it is given. */
  reviewsAfter(after: string | null, limit: number, productId: string | null): Promise<ReviewDocument[]>;
  productOfSku(sku: string): Promise<ProductDocument | null>;
  product(id: string): Promise<ProductDocument | null>;
  /** What a key was used for, if that is less than a day ago. */
  keyOf(used: Pick<UsedKey, 'caller' | 'key'>, now: Date): Promise<UsedKey | null>;
  /** Writes the changed record with its key, unless somebody else changed the product meanwhile. */
  replace(product: ProductDocument, changed: { record: ProductRecord; key: UsedKey }): Promise<boolean>;
  review(id: string): Promise<ReviewDocument | null>;
  reviewOfKey(caller: string, key: string): Promise<ReviewDocument | null>;
  /** False when the review is there already. */
  addReview(review: ReviewDocument): Promise<boolean>;
  /** Adds what is missing and changes nothing that is there. */
  seed(products: readonly ProductRecord[], reviews: readonly ReviewRecord[]): Promise<void>;
}

export function catalogStore({ products, reviews }: Models): CatalogStore {
  return {
    productsAfter: (after, limit, id) =>
      products
        .find(after || id ? { _id: { ...(after ? { $gt: after } : {}), ...(id ? { $eq: id } : {}) } } : {})
        .sort({ _id: 1 })
        .limit(limit)
        .lean(),
    reviewsAfter: (after, limit, productId) =>
      reviews
        .find({ ...(after ? { _id: { $gt: after } } : {}), ...(productId ? { productId } : {}) })
        .sort({ _id: 1 })
        .limit(limit)
        .lean(),
    productOfSku: (sku) => products.findOne({ skus: sku }).lean(),
    product: (id) => products.findOne({ _id: id }).lean(),
    async keyOf({ caller, key }, now) {
      const at = { $gt: dayBefore(now) };
      const product = await products.findOne({ keys: { $elemMatch: { caller, key, at } } }).lean();
      const isIt = (used: UsedKey) => used.caller === caller && used.key === key && used.at > at.$gt;
      return product?.keys.find(isIt) ?? null;
    },
    async replace(product, { record, key }) {
      const keys = [...product.keys.filter((used) => used.at > dayBefore(key.at)), key];
      const result = await products.updateOne(
        { _id: product._id, version: product.version },
        { $set: { record, version: product.version + 1, pending: true, keys } },
      );
      return result.modifiedCount === 1;
    },
    review: (id) => reviews.findOne({ _id: id }).lean(),
    reviewOfKey: (caller, key) => reviews.findOne({ 'claim.caller': caller, 'claim.key': key }).lean(),
    async addReview(review) {
      try {
        await reviews.collection.insertOne(review as never);
        return true;
      } catch (error) {
        if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    async seed(seedProducts, seedReviews) {
      await products.bulkWrite(
        seedProducts.map((record) => ({
          updateOne: {
            filter: { _id: record.id },
            update: {
              $setOnInsert: {
                skus: record.variants.map((v) => v.sku),
                version: 1,
                record,
                pending: true,
                keys: [],
              },
            },
            upsert: true,
          },
        })),
      );
      await reviews.bulkWrite(
        seedReviews.map((record) => ({
          updateOne: {
            filter: { _id: record.id },
            update: { $setOnInsert: { productId: record.productId, record, pending: true, claim: null } },
            upsert: true,
          },
        })),
      );
    },
  };
}

const dayBefore = (at: Date) => new Date(at.getTime() - 24 * 3_600_000);
