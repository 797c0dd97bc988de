import {
  listProductPartsOfSearch,
  pageFrom,
  rebuildIndex,
  rebuildProductInSearch,
  searchProducts,
  suggestProducts,
} from '@evenkeel/contracts';
import { action, type ServedAction } from '@evenkeel/runtime';
import { findProducts } from './features/find-products/find-products.js';
import type { IndexBuilder } from './features/rebuild-index/index-builder.js';
import type { rebuildProduct } from './features/rebuild-index/rebuild-product.handler.js';
import { completeTitles } from './features/suggest-products/suggest-products.js';
import type { IndexedProducts } from './store/indexed-products.js';
import { orUnavailable } from './store/outage.js';
import type { ProductSearch } from './store/product-search.js';

interface Parts {
  readonly search: ProductSearch;
  readonly builder: IndexBuilder;
  readonly indexed: IndexedProducts;
  readonly rebuildOne: ReturnType<typeof rebuildProduct>;
}

/** The actions of the search service. */
export const searchActions = ({ search, builder, indexed, rebuildOne }: Parts): ServedAction[] => [
  action(searchProducts, (asked) => orUnavailable(findProducts(search, asked))),
  action(suggestProducts, (asked) => orUnavailable(completeTitles(search, asked))),
  action(rebuildIndex, () => orUnavailable(builder.rebuild())),
  action(listProductPartsOfSearch, async ({ first, after, upTo }) => {
    const range = { after: after ?? null, upTo: upTo ?? null, limit: first + 1 };
    const found = await orUnavailable(indexed.list(range));
    return pageFrom(found, first, { cursor: ({ productId }) => productId, item: (part) => part });
  }),
  action(rebuildProductInSearch, ({ productId, dryRun }) => orUnavailable(rebuildOne(productId, dryRun))),
];
