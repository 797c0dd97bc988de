import { getProducts, type ProductView } from '@evenkeel/contracts';
import type { Clock } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import DataLoader from 'dataloader';
import { freshMap } from './fresh-map.js';

/** Some ten megabytes of products; only a safety net beside `forget`, which hears of every change. */
const KEPT = { products: 2_000, ms: 30_000 } as const;

export interface ProductShelf {
  byId(id: string): Promise<ProductView | null>;
  bySlug(slug: string): Promise<ProductView | null>;
  /** In the order asked for; null for unknown ones. */
  byIds(ids: readonly string[]): Promise<(ProductView | null)[]>;
  /** The product changed: the next one who asks gets it new, also while an older answer is still on its way. */
  forget(product: { readonly productId: string; readonly slug: string }): void;
  /** Changes may have been missed. */
  forgetAll(): void;
}

/**
 * Products as views has them, kept by this process until views announces a change: a list of twenty would else
 * carry a hundred kilobytes over the bus for every shopper. Asks in batches of at most 100.
 */
export function createProductShelf(call: House['call'], clock: Clock): ProductShelf {
  const loader = (by: 'ids' | 'slugs') => {
    const own: DataLoader<string, ProductView | null> = new DataLoader(
      async (keys) => {
        const found = await call(getProducts, { [by]: [...keys] });
        keys.forEach((key, i) => {
          // Nothing is remembered of what does not exist: it may be published the next moment.
          if (!found[i]) own.clear(key);
        });
        return keys.map((_, i) => found[i] ?? null);
      },
      { maxBatchSize: 100, cacheMap: freshMap(KEPT.products, KEPT.ms, clock) },
    );
    return own;
  };
  const ids = loader('ids');
  const slugs = loader('slugs');
  return {
    byId: (id) => ids.load(id),
    bySlug: (slug) => slugs.load(slug),
    byIds: (wanted) => Promise.all(wanted.map((id) => ids.load(id))),
    forget({ productId, slug }) {
      ids.clear(productId);
      slugs.clear(slug);
    },
    forgetAll() {
      ids.clearAll();
      slugs.clearAll();
    },
  };
}
