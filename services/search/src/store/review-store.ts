import type { ReviewRecord } from '@evenkeel/contracts';
import type { RatingPart } from '../features/index-products/parts.js';
import type { SearchEngine } from './engine.js';
import { writeNewest } from './write-newest.js';

const AT_ONCE = 500;

/** Every review by its id, so that a repeated one counts once. */
export class ReviewStore {
  readonly #engine: SearchEngine;

  constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  async add(reviews: readonly Pick<ReviewRecord, 'id' | 'productId' | 'rating'>[]): Promise<void> {
    const documents = reviews.map(({ id, productId, rating }) => ({
      id,
      // A review is never changed.
      version: 1,
      document: { productId, rating },
    }));
    await writeNewest(this.#engine.client, { alias: this.#engine.names.reviews }, documents);
  }

  /** Counts the reviews of products, with all that were added before. */
  async count(productIds: readonly string[]): Promise<Map<string, RatingPart>> {
    const { client, names } = this.#engine;
    const ratings = new Map<string, RatingPart>();
    await client.indices.refresh({ index: names.reviews });
    for (let from = 0; from < productIds.length; from += AT_ONCE) {
      const asked = productIds.slice(from, from + AT_ONCE);
      const { aggregations } = await client.search<unknown, Counted>({
        index: names.reviews,
        size: 0,
        track_total_hits: false,
        query: { terms: { productId: asked } },
        aggs: {
          products: {
            terms: { field: 'productId', size: asked.length },
            aggs: { stars: { sum: { field: 'rating' } } },
          },
        },
      });
      for (const { key, doc_count, stars } of aggregations?.products.buckets ?? [])
        ratings.set(key, { count: doc_count, stars: stars.value });
    }
    return ratings;
  }
}

interface Counted {
  readonly products: {
    readonly buckets: readonly { key: string; doc_count: number; stars: { value: number } }[];
  };
}
