import { LOW_STOCK, listProducts, listReviews, listStock, type Page } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { ReviewStore } from '../../store/review-store.js';
import type { KnownStock, ProductIndexer } from '../index-products/product-indexer.handler.js';

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
    (page) => indexer.keepStock(page.map(stockOf)),
  );
  await eachPage(
    (after) => house.call(listReviews, { first: FIRST, after }),
    (page) => reviews.add(page),
  );
  await indexer.keepRatings([...ids]);
}

/** What inventory tells shoppers of a row, by the same rule. */
export function stockOf(row: {
  sku: KnownStock['sku'];
  onHand: number;
  reserved: number;
  version: number;
}): KnownStock {
  const available = row.onHand - row.reserved;
  const { sku, version } = row;
  if (available <= 0) return { sku, state: 'sold-out', left: null, version };
  if (available <= LOW_STOCK) return { sku, state: 'low', left: available, version };
  return { sku, state: 'in-stock', left: null, version };
}

async function eachPage<Item>(
  ask: (after: string | null) => Promise<Page<Item>>,
  take: (items: readonly Item[]) => Promise<void>,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Page<Item> = await ask(after);
    await take(page.items);
    if (page.next === null) return;
    after = page.next;
  }
}
