import type { Client } from '@urql/core';
import { graphql, type ResultOf } from '../../graphql/graphql.js';
import { prefetch } from '../../graphql/prefetch.js';
import { ProductCardFragment } from '../../product/card.query.js';
import { isWide } from '../../product/wide.js';

const StockFragment = graphql(`
  fragment ProductStock on Product {
    id
    stock
    variants {
      sku
      price {
        minor
        currency
      }
      pointsToEarn
      stock
      left
      held
    }
  }
`);

const CoreFragment = graphql(
  `
    fragment ProductCore on Product {
      id
      stock
      slug
      title
      summary
      story
      department {
        key
        label
      }
      brand {
        key
        label
      }
      facts {
        label
        value
      }
      options {
        key
        label
        values {
          key
          label
          swatch
        }
      }
      variants {
        sku
        price {
          minor
          currency
        }
        pointsToEarn
        stock
        left
        held
        choice
        options {
          option
          key
        }
        picture {
          key
          alt
        }
      }
      pictures {
        key
        alt
      }
      rating {
        average
        count
        histogram
      }
    }
  `,
);

const ReviewsFragment = graphql(`
  fragment ProductReviews on Product {
    id
    reviews(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        author
        locale
        rating
        title
        body
        verified
        postedAt
      }
    }
  }
`);

export const ProductQuery = graphql(
  `
    query Product($slug: String!) {
      product(slug: $slug) {
        ...ProductCore
      }
    }
  `,
  [CoreFragment],
);

/** Only what changes while somebody looks at it. */
export const StockQuery = graphql(
  `
    query ProductStock($slug: String!) {
      product(slug: $slug) {
        ...ProductStock
      }
    }
  `,
  [StockFragment],
);

export const ReviewsQuery = graphql(
  `
    query ProductReviews($slug: String!, $first: Int!, $after: String) {
      product(slug: $slug) {
        ...ProductReviews
      }
    }
  `,
  [ReviewsFragment],
);

export const RelatedQuery = graphql(
  `
    query Related($slug: String!, $wide: Boolean!) {
      product(slug: $slug) {
        id
        related(first: 4) {
          ...ProductCard
        }
      }
    }
  `,
  [ProductCardFragment],
);

/** From which sum on delivery is free; the page's own request has brought it. */
export const FreeFromQuery = graphql(`
  query FreeFrom {
    cart {
      id
      freeShippingFrom {
        minor
        currency
      }
    }
  }
`);

/** All of the page and what the basket holds already, in one request; its parts read from the cache. */
export const PageQuery = graphql(
  `
    query ProductPage($slug: String!, $first: Int!, $after: String, $wide: Boolean!) {
      product(slug: $slug) {
        ...ProductCore
        ...ProductReviews
        related(first: 4) {
          ...ProductCard
        }
      }
      cart {
        id
        freeShippingFrom {
          minor
          currency
        }
        lines {
          sku
          quantity
        }
      }
    }
  `,
  [CoreFragment, ReviewsFragment, ProductCardFragment],
);

export type ProductData = NonNullable<ResultOf<typeof ProductQuery>['product']>;
export type VariantData = ProductData['variants'][number];
export type ReviewData = NonNullable<ResultOf<typeof ReviewsQuery>['product']>['reviews']['nodes'][number];

export const REVIEWS_AT_ONCE = 4;

export function prefetchProduct(client: Client, slug: string): Promise<void> {
  return prefetch(client, PageQuery, { slug, first: REVIEWS_AT_ONCE, after: null, wide: isWide() });
}
