import { availabilityOf, eachPage, listProducts, listReviews, listStock } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { ReviewStore } from '../../store/review-store.js';
import type { ProductIndexer } from '../index-products/product-indexer.handler.js';

export interface Gathering {
  readonly house: Pick<House, 'call'>;
  readonly indexer: ProductIndexer;
  readonly reviews: ReviewStore;
}

const FIRST = 100;

/** Asks the owners for everything and keeps it; what the events said since is newer and stays. */
export async function gatherParts({ house, indexer, reviews }: Gathering): Promise<void> {
  const ids = new Set<string>();
  await eachPage(
    (after) => house.call(listProducts, { first: FIRST, after }),
    async (page) => {
      await indexer.keepProducts(page);
      for (const { product } of page) ids.add(product.id);
    },
  );
  await eachPage(
    (after) => house.call(listStock, { first: FIRST, after }),
    (page) => indexer.keepStock(page.map(availabilityOf)),
  );
  await eachPage(
    (after) => house.call(listReviews, { first: FIRST, after }),
    (page) => reviews.add(page),
  );
  await indexer.keepRatings([...ids]);
}
