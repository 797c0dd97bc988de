import { graphql } from '../graphql/graphql.js';
import { ProductCardFragment } from './card.query.js';

/** How many products one request of this kind brings. */
export const SLOTS = 6;

/** A handful of products by name; an empty name brings nothing. */
export const ProductsBySlug = graphql(
  `
    query ProductsBySlug($a: String!, $b: String!, $c: String!, $d: String!, $e: String!, $f: String!, $wide: Boolean!) {
      a: product(slug: $a) {
        ...ProductCard
      }
      b: product(slug: $b) {
        ...ProductCard
      }
      c: product(slug: $c) {
        ...ProductCard
      }
      d: product(slug: $d) {
        ...ProductCard
      }
      e: product(slug: $e) {
        ...ProductCard
      }
      f: product(slug: $f) {
        ...ProductCard
      }
    }
  `,
  [ProductCardFragment],
);
