import type { Client } from '@urql/core';
import { graphql } from '../../graphql/graphql.js';
import { prefetch } from '../../graphql/prefetch.js';
import { ProductCardFragment } from '../../product/card.query.js';
import { isWide } from '../../product/wide.js';

export const HeroQuery = graphql(`
  query Hero {
    product(slug: "tidewater-table-lamp") {
      id
      price {
        minor
        currency
      }
    }
  }
`);

export const HouseQuery = graphql(`
  query House {
    products(first: 0) {
      totalCount
      facets {
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
      }
    }
  }
`);

export const PopularQuery = graphql(
  `
    query Popular($wide: Boolean!) {
      products(sort: POPULAR, first: 4) {
        nodes {
          ...ProductCard
        }
      }
    }
  `,
  [ProductCardFragment],
);

export const NewestQuery = graphql(
  `
    query Newest($wide: Boolean!) {
      products(sort: NEWEST, first: 4) {
        nodes {
          ...ProductCard
        }
      }
    }
  `,
  [ProductCardFragment],
);

/**
 * Everything above in one request. The parts of the page read their own queries from the cache that this
 * one fills; if it fails, each part asks for itself and may fail alone.
 */
export const HomeQuery = graphql(
  `
    query Home($wide: Boolean!) {
      product(slug: "tidewater-table-lamp") {
        id
        price {
          minor
          currency
        }
      }
      house: products(first: 0) {
        totalCount
        facets {
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
        }
      }
      popular: products(sort: POPULAR, first: 4) {
        nodes {
          ...ProductCard
        }
      }
      newest: products(sort: NEWEST, first: 4) {
        nodes {
          ...ProductCard
        }
      }
    }
  `,
  [ProductCardFragment],
);

export function prefetchHome(client: Client): Promise<void> {
  return prefetch(client, HomeQuery, { wide: isWide() });
}
