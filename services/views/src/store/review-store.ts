import type { ReviewRecord } from '@evenkeel/contracts';
import type { Models } from './models.js';

/** Reviews, and how many of each product gave each number of stars. */
export function reviewStore({ reviews, ratings }: Pick<Models, 'reviews' | 'ratings'>) {
  return {
    async keep(records: readonly ReviewRecord[]): Promise<void> {
      if (records.length === 0) return;
      await reviews.collection.bulkWrite(
        records.map((record) => ({
          replaceOne: {
            filter: { _id: record.id },
            replacement: { _id: record.id, productId: record.productId, postedAt: record.postedAt, record },
            upsert: true,
          },
        })) as never,
      );
    },
    async remove(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await reviews.deleteMany({ _id: { $in: ids } });
    },
    /** Counts the stars of these products from their reviews. */
    async count(productIds: readonly string[]): Promise<void> {
      const counted = await reviews.aggregate<{ _id: { product: string; stars: number }; count: number }>([
        { $match: { productId: { $in: productIds } } },
        { $group: { _id: { product: '$productId', stars: '$record.rating' }, count: { $sum: 1 } } },
      ]);
      const histograms = new Map(productIds.map((id) => [id, [0, 0, 0, 0, 0]]));
      for (const { _id, count } of counted) histograms.get(_id.product)?.splice(_id.stars - 1, 1, count);
      await ratings.collection.bulkWrite(
        [...histograms].map(([_id, histogram]) => ({
          replaceOne: { filter: { _id }, replacement: { _id, histogram }, upsert: true },
        })) as never,
      );
    },
  };
}
