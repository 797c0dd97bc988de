import type { estypes } from '@elastic/elasticsearch';
import type { ActionParsed, searchProducts } from '@evenkeel/contracts';
import { assertNever, type Currency } from '@evenkeel/kernel';

export type ProductSort = ActionParsed<typeof searchProducts>['sort'];
type Sort = estypes.SortCombinations[];

/** Equals stand in the order of their ids, which is all but random and always the same. */
const byId: Sort = [{ productId: 'asc' as const }];
const byPopularity: Sort = [{ popularity: 'desc' }];

/** The order of the products; without words, the most relevant are those that sell best. */
export function orderBy(sort: ProductSort, currency: Currency, hasText: boolean): Sort {
  switch (sort) {
    case 'relevance':
      return hasText ? ['_score', ...byPopularity, ...byId] : [...byPopularity, ...byId];
    case 'popular':
      return [...byPopularity, ...byId];
    case 'newest':
      return [{ publishedAt: 'desc' }, ...byId];
    case 'price-asc':
      return [lowestPrice(currency, 'asc'), ...byPopularity, ...byId];
    case 'price-desc':
      return [lowestPrice(currency, 'desc'), ...byPopularity, ...byId];
    case 'rating':
      return [{ rating: 'desc' }, { reviews: 'desc' }, ...byId];
    default:
      return assertNever(sort);
  }
}

/** Products are shown with the price that they start from. */
const lowestPrice = (currency: Currency, order: 'asc' | 'desc') => ({
  [`price.${currency}`]: { order, mode: 'min' as const },
});
