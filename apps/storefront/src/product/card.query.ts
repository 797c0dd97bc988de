import { graphql, type ResultOf } from '../graphql/graphql.js';

/** What a card shows. Narrow screens do without the second picture and the swatches. */
export const ProductCardFragment = graphql(`
  fragment ProductCard on Product {
    id
    slug
    title
    brand {
      label
    }
    price {
      minor
      currency
    }
    priceTo {
      minor
    }
    stock
    picture {
      key
    }
    publishedAt
    pictures(first: 2) @include(if: $wide) {
      key
    }
    options @include(if: $wide) {
      key
      values {
        key
        label
        swatch
      }
    }
  }
`);

export type ProductCardData = ResultOf<typeof ProductCardFragment>;
