import type { estypes } from '@elastic/elasticsearch';
import type { ActionOutput, searchProducts } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';
import { COLOUR } from '../index-products/parts.js';
import { type FacetFilter, inStock, specFacet, without } from './filters.js';

type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;
type Facets = NonNullable<ActionOutput<typeof searchProducts>['facets']>;

/** "And up", from the best. */
const STARS = [4, 3, 2, 1];
const MOST_VALUES = 500;

/** Asks for all facets, each over what the other filters let through. */
export function facetAggregations(filters: readonly FacetFilter[], currency: Currency): Aggregations {
  const terms = (facet: string, field: string) => over(facet, { terms: { field, size: MOST_VALUES } });
  const over = (facet: string, values: estypes.AggregationsAggregationContainer) => ({
    filter: without(filters, facet),
    aggs: { values },
  });
  const specs = filters.filter(({ facet }) => facet.startsWith('spec:'));
  const reached: Record<string, estypes.QueryDslQueryContainer> = {};
  for (const stars of STARS) reached[stars] = { range: { rating: { gte: stars } } };
  return {
    departments: terms('departments', 'department'),
    brands: terms('brands', 'brand'),
    colours: terms('colours', 'colours'),
    specs: terms('none', 'specs'),
    ...Object.fromEntries(specs.map(({ facet }) => [facet, terms(facet, 'specs')])),
    rating: over('rating', { filters: { filters: reached } }),
    price: over('price', { stats: { field: `price.${currency}` } }),
    stock: over('stock', { filter: inStock }),
  };
}

interface Counted {
  readonly values: {
    readonly buckets?: readonly { key: string; doc_count: number }[] | Record<string, { doc_count: number }>;
    readonly doc_count?: number;
    readonly min?: number | null;
    readonly max?: number | null;
  };
}
export type FacetAnswers = Readonly<Record<string, Counted>>;

/** Reads the answers to `facetAggregations`. */
export function readFacets(answers: FacetAnswers): Facets {
  const price = answers.price?.values;
  return {
    departments: bucketsOf(answers.departments),
    brands: bucketsOf(answers.brands),
    colours: bucketsOf(answers.colours),
    specs: specsOf(answers),
    ratings: bucketsOf(answers.rating).sort((a, b) => Number(b.key) - Number(a.key)),
    price:
      typeof price?.min === 'number' && typeof price.max === 'number'
        ? { min: price.min, max: price.max }
        : null,
    inStock: answers.stock?.values.doc_count ?? 0,
  };
}

function bucketsOf(answer: Counted | undefined): { key: string; count: number }[] {
  const buckets = answer?.values.buckets ?? [];
  const list = Array.isArray(buckets)
    ? (buckets as { key: string; doc_count: number }[])
    : Object.entries(buckets).map(([key, { doc_count }]) => ({ key, doc_count }));
  return list.map(({ key, doc_count }) => ({ key, count: doc_count }));
}

/** The specs that are filtered by were counted apart; colours are a facet of their own. */
function specsOf(answers: FacetAnswers): Facets['specs'] {
  const specs = new Map<string, { key: string; count: number }[]>();
  const own = Object.keys(answers).filter((name) => name.startsWith('spec:'));
  for (const name of ['specs', ...own]) {
    for (const { key: token, count } of bucketsOf(answers[name])) {
      const at = token.indexOf(':');
      const key = token.slice(0, at);
      const countedApart = own.includes(specFacet(key));
      if (key === COLOUR || (name === 'specs' ? countedApart : name !== specFacet(key))) continue;
      const values = specs.get(key) ?? [];
      values.push({ key: token.slice(at + 1), count });
      specs.set(key, values);
    }
  }
  return [...specs]
    .map(([key, values]) => ({ key, values }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
