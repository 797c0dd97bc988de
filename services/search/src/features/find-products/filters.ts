import type { estypes } from '@elastic/elasticsearch';
import type { ActionParsed, searchProducts } from '@evenkeel/contracts';
import { specToken } from '../index-products/parts.js';

type Query = estypes.QueryDslQueryContainer;
type Asked = ActionParsed<typeof searchProducts>;

/** A filter and the facet that it belongs to: a facet counts as if its own filter were not set. */
export interface FacetFilter {
  /** `departments`, `brands`, `colours`, `price`, `rating`, `stock` or `spec:<key>`. */
  readonly facet: string;
  readonly query: Query;
}

export const specFacet = (key: string): string => `spec:${key}`;

/** The filters that are set, one for each facet. */
export function filtersOf({ filter, currency }: Pick<Asked, 'filter' | 'currency'>): FacetFilter[] {
  const anyOf = (facet: string, field: string, values: readonly string[]): FacetFilter[] =>
    values.length > 0 ? [{ facet, query: { terms: { [field]: [...values] } } }] : [];
  return [
    ...anyOf('departments', 'department', filter.departments),
    ...anyOf('brands', 'brand', filter.brands),
    ...anyOf('colours', 'colours', filter.colours),
    ...Object.entries(filter.specs).flatMap(([key, values]) =>
      anyOf(
        specFacet(key),
        'specs',
        values.map((value) => specToken(key, value)),
      ),
    ),
    ...between('price', `price.${currency}`, { gte: filter.priceFrom, lte: filter.priceTo }),
    ...between('rating', 'rating', { gte: filter.ratingFrom }),
    ...(filter.inStockOnly ? [{ facet: 'stock', query: inStock }] : []),
  ];
}

export const inStock: Query = { term: { inStock: true } };

/** All filters but those of one facet. */
export const without = (filters: readonly FacetFilter[], facet?: string): Query => ({
  bool: { filter: filters.filter((each) => each.facet !== facet).map(({ query }) => query) },
});

type End = number | null | undefined;

/** A product is in a span of prices when one of its variants is. */
function between(facet: string, field: string, ends: { gte?: End; lte?: End }): FacetFilter[] {
  const set = Object.entries(ends).filter(([, end]) => end !== null && end !== undefined);
  return set.length > 0 ? [{ facet, query: { range: { [field]: Object.fromEntries(set) } } }] : [];
}
