import type { estypes } from '@elastic/elasticsearch';
import type { ActionParsed, Locale, searchProducts } from '@evenkeel/contracts';
import { readCursor } from './cursor.js';
import { facetAggregations } from './facets.js';
import { filtersOf, without } from './filters.js';
import { orderBy } from './order.js';
import { type Fit, textQuery } from './text-query.js';

export type Asked = ActionParsed<typeof searchProducts>;

/** Which page is wanted, of a list that fits how closely. */
export interface Page {
  readonly fit: Fit;
  readonly after: readonly (string | number)[] | undefined;
}

export function pageOf({ sort, currency, text, after }: Asked): Page {
  if (!after) return { fit: 'close', after: undefined };
  const { fit, values } = readCursor(after, sort, orderBy(sort, currency, Boolean(text)).length);
  return { fit, after: values };
}

/** The search for one page: ids and the values they are ordered by, and one more to see whether more follow. */
export function searchRequest(asked: Asked, { fit, after }: Page): estypes.SearchRequest {
  const { text, locale, sort, currency, first, facets } = asked;
  const words = text ? textQuery(text, locale, fit) : undefined;
  const filters = filtersOf(asked);
  const page = {
    size: first === 0 ? 0 : first + 1,
    ...(first === 0 ? {} : { sort: orderBy(sort, currency, Boolean(text)) }),
    _source: false,
    track_total_hits: true,
    ...(after && first > 0 ? { search_after: [...after] } : {}),
  } as const;
  // Facets count beyond the filters; without them, the engine has less to look at.
  if (!facets)
    return {
      ...page,
      query: { bool: { ...(words ? { must: [words] } : {}), filter: filters.map(({ query }) => query) } },
    };
  return {
    ...page,
    query: words ?? { match_all: {} },
    ...(filters.length > 0 ? { post_filter: without(filters) } : {}),
    aggs: facetAggregations(filters, currency),
  };
}

/** Whether anything at all fits words closely, whatever filters are set. */
export const closeFits = (text: string, locale: Locale): estypes.SearchRequest => ({
  query: textQuery(text, locale, 'close'),
  size: 0,
  track_total_hits: 1,
});

/** The Chinese title that fits a mistyped text best. */
export const bestTitle = (text: string): estypes.SearchRequest => ({
  query: textQuery(text, 'zh', 'loose'),
  size: 1,
  track_total_hits: false,
  _source: ['slug', 'zh.title'],
});

/** Known words like those that were typed. */
export const spellingRequest = (text: string): estypes.SearchRequest => ({
  size: 0,
  suggest: {
    spelling: { text, term: { field: 'en.all.words', suggest_mode: 'missing', size: 1, prefix_length: 1 } },
  },
});
