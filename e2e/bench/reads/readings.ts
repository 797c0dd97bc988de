import { Shopper } from '../../src/support/shopper.js';
import { productsOf } from '../shop-window.js';
import { HISTORY, LIST_OF_20, PRODUCT, SEARCH } from './documents.js';
import { regular } from './readers.js';

const SORTS = ['POPULAR', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'RATING'];
const WORDS = 'lamp tea linen vase kettle blanket notebook pan travel 灯 茶 毯'.split(' ');

/** What is read: by whom, and the bodies that are asked in turn. */
export interface Reading {
  readonly what: string;
  readonly cookies: readonly string[];
  readonly bodies: readonly string[];
  /** What a good answer holds. */
  readonly proof: string;
}

export const readingNames = ['list', 'product', 'search', 'history'] as const;
export type ReadingName = (typeof readingNames)[number];

export interface Library {
  readonly base: string;
  /** Cookies of those who read what everybody may read. */
  readonly guests: () => Promise<readonly string[]>;
}

/** Makes everything ready for one kind of reading. */
export const readings: Record<ReadingName, (library: Library) => Promise<Reading>> = {
  list: async ({ guests }) => ({
    what: `lists of 20 products, ${SORTS.length} orders in turn`,
    cookies: await guests(),
    bodies: SORTS.map((sort) => JSON.stringify({ query: LIST_OF_20, variables: { sort } })),
    proof: '"nodes":[{',
  }),
  product: async ({ base, guests }) => {
    const products = await productsOf(await Shopper.guest(base));
    return {
      what: `products with all their details and four reviews, ${products.length} in turn`,
      cookies: await guests(),
      bodies: products.map(({ slug }) => JSON.stringify({ query: PRODUCT, variables: { slug } })),
      proof: '"variants":[{',
    };
  },
  search: async ({ guests }) => ({
    what: `searches with facets and the first 20 products, ${WORDS.length} words in turn`,
    cookies: await guests(),
    bodies: WORDS.map((search) => JSON.stringify({ query: SEARCH, variables: { search } })),
    proof: '"nodes":[{',
  }),
  history: async ({ base }) => ({
    what: 'the newest 20 orders of a shopper with 50 settled ones',
    cookies: await regular(base),
    bodies: [JSON.stringify({ query: HISTORY })],
    proof: '"hasNextPage":true',
  }),
};
