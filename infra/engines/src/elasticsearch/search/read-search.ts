import { type AggregationReader, readAggregations } from '../aggregate/read-aggregations.js';
import { illegalArgument, parsing } from '../errors.js';
import { type HighlightRequest, readHighlight } from '../highlight/read-highlight.js';
import { isObject, type Json } from '../json.js';
import { Options } from '../options.js';
import type { Query } from '../query/query.js';
import { readQuery } from '../query/read-query.js';
import { readSuggest, type SuggestRequest } from '../suggest/read-suggest.js';
import { readSort, type SortBy } from './sort.js';
import { readSourceFilter, type SourceFilter } from './source-filter.js';

/** A search as it was asked for, read completely: nothing in it is left without effect. */
export interface SearchRequest {
  readonly query: Query;
  readonly postFilter: Query | undefined;
  readonly from: number;
  readonly size: number;
  readonly sort: readonly SortBy[] | undefined;
  readonly after: readonly Json[] | undefined;
  /** How far hits are counted; infinite for all, `undefined` for not at all. */
  readonly countUpTo: number | undefined;
  readonly trackScores: boolean;
  readonly minScore: number | undefined;
  readonly source: SourceFilter;
  readonly showVersion: boolean;
  readonly showSeqNo: boolean;
  readonly highlight: HighlightRequest | undefined;
  readonly aggregations: AggregationReader[];
  readonly suggest: SuggestRequest | undefined;
  /** A search that only asks for suggestions runs no query. */
  readonly onlySuggests: boolean;
}

/** Reads the body of a search. */
export function readSearch(body: Json): SearchRequest {
  if (!isObject(body)) throw parsing('Expected [START_OBJECT] but found something else');
  const options = new Options('search', body);
  const onlySuggests = body.suggest !== undefined && !body.query && !body.aggs && !body.aggregations;
  const filter = options.object('post_filter');
  const highlight = options.object('highlight');
  const suggest = options.object('suggest');
  const request: SearchRequest = {
    query: readQuery(options.raw('query')),
    postFilter: filter && readQuery(filter),
    from: notNegative(options, 'from') ?? 0,
    size: notNegative(options, 'size') ?? 10,
    sort: readSort(options.raw('sort')),
    after: readAfter(options),
    countUpTo: readCountUpTo(options.raw('track_total_hits')),
    trackScores: options.boolean('track_scores') ?? false,
    minScore: options.number('min_score'),
    source: readSourceFilter(options.raw('_source')),
    showVersion: options.boolean('version') ?? false,
    showSeqNo: options.boolean('seq_no_primary_term') ?? false,
    highlight: highlight && readHighlight(highlight, readQuery),
    aggregations: readAggregations(options.object('aggs') ?? options.object('aggregations'), readQuery),
    suggest: suggest && readSuggest(suggest),
    onlySuggests,
  };
  options.done();
  return request;
}

function readAfter(options: Options): readonly Json[] | undefined {
  const after = options.raw('search_after');
  if (after === undefined) return undefined;
  if (!Array.isArray(after)) throw parsing('Expected [START_ARRAY] in [search_after]');
  if (after.length === 0) throw illegalArgument('Values must contains at least one value.');
  return after;
}

function notNegative(options: Options, key: string): number | undefined {
  const value = options.number(key);
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return value;
  throw illegalArgument(`[${key}] parameter cannot be negative, found [${value}]`);
}

function readCountUpTo(json: Json | undefined): number | undefined {
  if (json === undefined) return 10_000;
  if (json === true) return Number.POSITIVE_INFINITY;
  if (json === false) return undefined;
  if (typeof json === 'number' && Number.isInteger(json) && json > 0) return json;
  throw illegalArgument(
    `[track_total_hits] parameter must be positive or equals to -1, got ${JSON.stringify(json)}`,
  );
}
