import {
  type Availability,
  type Page,
  type ProductRecord,
  type ProductView,
  pageFrom,
  type ReviewRecord,
} from '@evenkeel/contracts';
import {
  type ProductDocument,
  productDocument,
  ratingOf,
  unknownAvailability,
} from '../features/products/product-document.js';
import type { Models } from './models.js';
import { reviewStore } from './review-store.js';
import { upsertNewest } from './upsert-newest.js';

/** Read models of products, their stock and their reviews. */
export interface ProductStore {
  publish(products: readonly { product: ProductRecord; version: number }[]): Promise<void>;
  /** Returns the ids of the products whose stock changed. */
  setAvailability(changes: readonly Availability[]): Promise<ProductView[]>;
  addReviews(reviews: readonly ReviewRecord[]): Promise<void>;
  byIds(ids: readonly string[]): Promise<ProductView[]>;
  bySlugs(slugs: readonly string[]): Promise<ProductView[]>;
  reviews(productId: string, page: { first: number; after: string | null }): Promise<Page<ReviewRecord>>;
}

export function productStore(models: Models): ProductStore {
  const { products, availability, ratings, reviews } = models;
  const kept = reviewStore(models);

  async function join(documents: readonly ProductDocument[]): Promise<ProductView[]> {
    const skus = documents.flatMap((document) => document.skus);
    const [stock, stars] = await Promise.all([
      availability.find({ _id: { $in: skus } }).lean(),
      ratings.find({ _id: { $in: documents.map((document) => document._id) } }).lean(),
    ]);
    const stockOf = new Map(stock.map(({ _id, ...known }) => [_id, known as Availability]));
    const starsOf = new Map(stars.map((rating) => [rating._id, rating.histogram]));
    return documents.map((document) => ({
      product: document.product,
      availability: document.skus.map((sku) => stockOf.get(sku) ?? unknownAvailability(sku)),
      rating: ratingOf(starsOf.get(document._id) ?? [0, 0, 0, 0, 0]),
    }));
  }

  const find = async (filter: object): Promise<ProductView[]> =>
    join((await products.collection.find(filter).toArray()) as unknown as ProductDocument[]);

  return {
    async publish(published) {
      await upsertNewest(products, published.map(productDocument));
    },
    async setAvailability(changes) {
      await upsertNewest(
        availability,
        changes.map((change) => ({ _id: change.sku, ...change })),
      );
      return find({ skus: { $in: changes.map((change) => change.sku) } });
    },
    async addReviews(added) {
      await kept.keep(added);
      await kept.count([...new Set(added.map((record) => record.productId))]);
    },
    byIds: (ids) => find({ _id: { $in: ids } }),
    bySlugs: (slugs) => find({ slug: { $in: slugs } }),
    async reviews(productId, { first, after }) {
      const [at, id] = after?.split('|') ?? [];
      const older = at && id ? { $or: [{ postedAt: { $lt: at } }, { postedAt: at, _id: { $lt: id } }] } : {};
      const found = await reviews
        .find({ productId, ...older })
        .sort({ postedAt: -1, _id: -1 })
        .limit(first + 1)
        .lean();
      return pageFrom(found, first, {
        cursor: ({ postedAt, _id }) => `${postedAt}|${_id}`,
        item: ({ record }) => record as ReviewRecord,
      });
    },
  };
}
