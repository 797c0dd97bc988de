import { z } from 'zod';
import { brandKeys, departmentKeys } from '../catalog/house.js';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { locale } from '../shared/text.js';
import { currency, minorUnits } from '../shared/values.js';

export const productSort = z.enum(['relevance', 'popular', 'newest', 'price-asc', 'price-desc', 'rating']);

const key = z.string().max(60);

export const productFilter = z.object({
  departments: z.array(z.enum(departmentKeys)).max(20).default([]),
  brands: z.array(z.enum(brandKeys)).max(20).default([]),
  colours: z.array(key).max(20).default([]),
  /** Spec key to wanted value keys, such as material → [oak, ash]. */
  specs: z.record(key, z.array(key).max(20)).default({}),
  priceFrom: minorUnits.nullish(),
  priceTo: minorUnits.nullish(),
  ratingFrom: z.number().min(1).max(5).nullish(),
  inStockOnly: z.boolean().default(false),
});

const bucket = z.object({ key: z.string(), count: z.int() });

export const searchProducts = defineQuery('search.search-products', {
  access: 'internal',
  summary: 'Finds products in one language; ids only, with total and facets. Facets ignore their own filter.',
  input: z.object({
    text: z.string().trim().max(200).nullish(),
    filter: productFilter.prefault({}),
    sort: productSort.default('relevance'),
    locale,
    currency,
    first: z.int().min(0).max(100).default(24),
    after: z.string().max(1_000).nullish(),
    facets: z.boolean().default(true),
  }),
  output: z.object({
    ids: z.array(z.object({ id: z.string(), cursor: z.string() })),
    total: z.int(),
    hasMore: z.boolean(),
    facets: z
      .object({
        departments: z.array(bucket),
        brands: z.array(bucket),
        colours: z.array(bucket),
        specs: z.array(z.object({ key: z.string(), values: z.array(bucket) })),
        ratings: z.array(bucket),
        price: z.object({ min: minorUnits, max: minorUnits }).nullable(),
        inStock: z.int(),
      })
      .nullable(),
    /** A better spelling, when nothing or little was found. */
    suggestion: z.string().nullable(),
  }),
});

export const suggestProducts = defineQuery('search.suggest-products', {
  access: 'internal',
  summary: 'Completes what is being typed: up to ten products.',
  input: z.object({
    text: z.string().trim().min(1).max(100),
    locale,
    first: z.int().min(1).max(10).default(6),
  }),
  output: z.array(z.object({ id: z.string(), slug: z.string(), title: z.string() })),
});

export const rebuildIndex = defineCommandAction('search.rebuild-index', {
  access: 'operator',
  summary: 'Builds a new index from the owners and swaps the alias, without a gap.',
  input: z.object({}),
  output: z.object({ index: z.string(), documents: z.int() }),
});

export const searchActions = [searchProducts, suggestProducts, rebuildIndex] as const;
