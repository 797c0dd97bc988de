import { rebuildIndex, searchProducts, suggestProducts } from '@evenkeel/contracts';
import { action, type ServedAction } from '@evenkeel/runtime';
import { findProducts } from './features/find-products/find-products.js';
import type { IndexBuilder } from './features/rebuild-index/index-builder.js';
import { completeTitles } from './features/suggest-products/suggest-products.js';
import { orUnavailable } from './store/outage.js';
import type { ProductSearch } from './store/product-search.js';

interface Parts {
  readonly search: ProductSearch;
  readonly builder: IndexBuilder;
}

/** The actions of the search service. */
export const searchActions = ({ search, builder }: Parts): ServedAction[] => [
  action(searchProducts, (asked) => orUnavailable(findProducts(search, asked))),
  action(suggestProducts, (asked) => orUnavailable(completeTitles(search, asked))),
  action(rebuildIndex, () => orUnavailable(builder.rebuild())),
];
