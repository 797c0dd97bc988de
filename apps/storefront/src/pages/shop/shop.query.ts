import type { Client } from '@urql/core';
import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.js';
import { prefetch } from '../../graphql/prefetch.js';
import { ProductCardFragment } from '../../product/card.query.js';
import { isWide } from '../../product/wide.js';
import { readPrice, type ShopSearch } from './shop-search.js';

export const ShopQuery = graphql(
  `
    query Shop(
      $search: String
      $filter: ProductFilter
      $sort: ProductSort
      $first: Int!
      $after: String
      $facets: Boolean!
      $wide: Boolean!
    ) {
      products(search: $search, filter: $filter, sort: $sort, first: $first, after: $after) {
        totalCount
        suggestion
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ProductCard
        }
        facets @include(if: $facets) {
          departments {
            key
            label
            count
          }
          brands {
            key
            label
            count
          }
          colours {
            key
            label
            count
            swatch
          }
          ratings {
            key
            count
          }
          price {
            min {
              minor
              currency
            }
            max {
              minor
            }
          }
          inStock
        }
      }
    }
  `,
  [ProductCardFragment],
);

export type Facets = NonNullable<ResultOf<typeof ShopQuery>['products']['facets']>;
type Variables = VariablesOf<typeof ShopQuery>;

/** The API takes at most this many in one go. */
const MOST = 100;

/** How many products one page has here. */
export function pageSize(): number {
  return isWide() ? 24 : 12;
}

const SORT = {
  relevance: 'RELEVANCE',
  popular: 'POPULAR',
  newest: 'NEWEST',
  'price-asc': 'PRICE_ASC',
  'price-desc': 'PRICE_DESC',
  rating: 'RATING',
} as const;

/** The order a list has when its address does not say: what was searched for first, else what is liked most. */
export function sortOf(search: ShopSearch): NonNullable<ShopSearch['sort']> {
  return search.sort ?? (search.q ? 'relevance' : 'popular');
}

/** What the first request asks: all pages that the address says are open. */
export function firstPage(search: ShopSearch): Variables {
  const price = search.price ? readPrice(search.price) : undefined;
  return {
    search: search.q ?? null,
    filter: {
      departments: search.department ? [...search.department] : null,
      brands: search.brand ? [...search.brand] : null,
      colours: search.colour ? [...search.colour] : null,
      priceFrom: price?.from !== undefined ? price.from * 100 : null,
      priceTo: price?.to !== undefined ? price.to * 100 : null,
      ratingFrom: search.rating ?? null,
      inStockOnly: search.stock === 'in' ? true : null,
    },
    sort: SORT[sortOf(search)],
    first: Math.min(MOST, pageSize() * (search.page ?? 1)),
    after: null,
    facets: true,
    wide: isWide(),
  };
}

/** What a further page asks: the same list from a cursor on, without its facets. */
export function furtherPage(first: Variables, after: string): Variables {
  return { ...first, first: pageSize(), after, facets: false };
}

export function prefetchShop(client: Client, search: ShopSearch): Promise<void> {
  return prefetch(client, ShopQuery, firstPage(search));
}
