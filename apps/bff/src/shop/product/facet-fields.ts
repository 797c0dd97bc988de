import {
  BRANDS,
  type Brand,
  DEPARTMENTS,
  type Department,
  type Locale,
  type Localized,
  Problem,
} from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';
import type { SearchResult } from '../../shelf/search-desk.js';
import { moneyOf } from '../money-of.js';
import type { Found } from './product-queries.js';
import { colourWord } from './vocabulary.js';

/** The counts, and which products were found with them. */
type Facets = NonNullable<SearchResult['facets']> & { readonly found: readonly string[] };
type Bucket = Facets['colours'][number];

const STARS: Readonly<Record<Locale, (stars: string) => string>> = {
  en: (stars) => `${stars} and up`,
  zh: (stars) => `${stars} 分及以上`,
};

const named = (bucket: Bucket, label: Localized | undefined, { locale }: RequestContext) => ({
  ...bucket,
  label: label?.[locale] ?? bucket.key,
  swatch: null as string | null,
});

/** `ProductFacets`: search counts, the house and its products give the words. */
export const facetFields = {
  ProductConnection: {
    facets({ result }: Found): Facets {
      if (!result.facets) throw new Problem('house.internal', 'Facets were asked for and did not come');
      return { ...result.facets, found: result.ids.map(({ id }) => id) };
    },
  },
  ProductFacets: {
    departments: ({ departments }: Facets, _: unknown, context: RequestContext) =>
      departments.map((bucket) => named(bucket, DEPARTMENTS[bucket.key as Department], context)),
    brands: ({ brands }: Facets, _: unknown, context: RequestContext) =>
      brands.map((bucket) => named(bucket, BRANDS[bucket.key as Brand], context)),
    async colours({ colours, found }: Facets, _: unknown, context: RequestContext) {
      const { vocabulary } = context.shop;
      await vocabulary.learn(
        colours.map(({ key }) => colourWord(key)),
        found,
      );
      return colours.map((bucket) => {
        const { label, swatch } = vocabulary.colour(bucket.key);
        return { ...named(bucket, label, context), swatch };
      });
    },
    async specs({ specs, found }: Facets, _: unknown, context: RequestContext) {
      const { vocabulary } = context.shop;
      const words = specs.flatMap((s) => s.values.map((v) => ({ spec: s.key, value: v.key })));
      await vocabulary.learn(words, found);
      return specs.map(({ key, values }) => ({
        key,
        label: vocabulary.spec(key)[context.locale],
        values: values.map((v) => named(v, vocabulary.value({ spec: key, value: v.key }), context)),
      }));
    },
    ratings: ({ ratings }: Facets, _: unknown, { locale }: RequestContext) =>
      ratings.map((bucket) => ({ ...bucket, label: STARS[locale](bucket.key), swatch: null })),
    price: ({ price }: Facets, _: unknown, { currency }: RequestContext) =>
      price && { min: moneyOf(price.min, currency), max: moneyOf(price.max, currency) },
  },
};
