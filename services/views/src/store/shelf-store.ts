import type { Availability, WholeProduct } from '@evenkeel/contracts';
import { productDocument } from '../features/products/product-document.js';
import type { Shelf } from '../features/products/shelf.js';
import type { AvailabilityDocument, Models } from './models.js';
import { idsIn, type Range } from './range.js';
import { removeSeen, replaceSeen, seenOf } from './replace-seen.js';
import { reviewStore } from './review-store.js';

/** All that was there of one product when it was read. */
export interface SeenShelf {
  /** Null for one that no page shows. */
  readonly shelf: Shelf | null;
  readonly reviewIds: readonly string[];
}

export type ShelfStore = ReturnType<typeof shelfStore>;

/** All that pages show of products, for whoever holds it against their owners and has it built anew. */
export function shelfStore(models: Models) {
  const { products, availability, ratings, reviews } = models;
  const kept = reviewStore(models);

  /** Puts beside some documents what is kept of their stock and their reviews. */
  async function join(documents: readonly Shelf['document'][]): Promise<Shelf[]> {
    const ids = documents.map(({ _id }) => _id);
    const [stock, stars, counted] = await Promise.all([
      availability.find({ _id: { $in: documents.flatMap(({ skus = [] }) => skus) } }).lean(),
      ratings.find({ _id: { $in: ids } }).lean(),
      reviews.aggregate<{ _id: string; count: number }>([
        { $match: { productId: { $in: ids } } },
        { $group: { _id: '$productId', count: { $sum: 1 } } },
      ]),
    ]);
    const stockOf = new Map(stock.map(({ _id, ...known }) => [_id as string, known as Availability]));
    const starsOf = new Map(stars.map(({ _id, histogram }) => [_id as string, histogram]));
    const listedOf = new Map(counted.map(({ _id, count }) => [_id, count]));
    return documents.map((document) => ({
      document,
      stock: stockOf,
      histogram: starsOf.get(document._id) ?? [0, 0, 0, 0, 0],
      listed: listedOf.get(document._id) ?? 0,
    }));
  }

  const find = async (filter: object, limit: number): Promise<Shelf[]> =>
    join((await products.collection.find(filter).sort({ _id: 1 }).limit(limit).toArray()) as never);

  return {
    list: (range: Range) => find(idsIn(range), range.limit),
    async see(productId: string): Promise<SeenShelf> {
      const [shelf = null] = await find({ _id: productId }, 1);
      const found = await reviews.find({ productId }, { _id: 1 }).lean();
      return { shelf, reviewIds: found.map(({ _id }) => _id as string) };
    },
    /** Puts a product in the place of what was seen of it; null for one that is not owned takes it out. */
    async replace(productId: string, seen: SeenShelf, whole: WholeProduct | null): Promise<void> {
      const { shelf, reviewIds } = seen;
      const seenDocument = seenOf(shelf ? [shelf.document] : []);
      const owned = new Set(whole?.reviews.map(({ id }) => id));
      await kept.remove(reviewIds.filter((id) => !owned.has(id)));
      if (!whole) {
        await removeSeen(products, seenDocument);
        await ratings.deleteOne({ _id: productId });
        return;
      }
      const seenStock = [...(shelf?.stock ?? [])].map(([_id, { version }]) => ({ _id, version }));
      await replaceSeen(products, seenDocument, [productDocument(whole)]);
      await replaceSeen(
        availability,
        seenOf(seenStock),
        whole.stock.map((one): AvailabilityDocument => ({ _id: one.sku, ...one })),
      );
      await kept.keep(whole.reviews);
      await kept.count([productId]);
    },
  };
}
