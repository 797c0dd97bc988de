import { runAggregations } from '../aggregate/aggregation.js';
import { highlightHit } from '../highlight/highlight-hit.js';
import { filtered, intersect, type Matches, none, scoreAt } from '../invert/doc-set.js';
import { Scope, type Searched } from '../query/scope.js';
import { runSuggest } from '../suggest/run-suggest.js';
import { afterValues } from './after-values.js';
import type { SearchRequest } from './read-search.js';
import { singlePrecision } from './single-precision.js';
import { type SortKey, sortKey } from './sort-key.js';
import { showSortValue } from './sort-value.js';
import { shownSource } from './source-filter.js';
import { bestScore, type Hit, topHits } from './top-hits.js';

/** How deep a page may lie; beyond it only `search_after` reaches. */
const RESULT_WINDOW = 10_000;

/** Runs a search on one index and answers everything but the time it took. */
export function runSearch(searched: Searched, request: SearchRequest) {
  const scope = new Scope(searched);
  refuseTooDeep(scope, request);
  const matching = request.onlySuggests ? none : reachingScore(scope.run(request.query), request.minScore);
  const keys = request.sort?.map((by) => sortKey(scope, by));
  const after = afterValues(scope, keys, request);
  const found = request.postFilter
    ? intersect(matching, { docs: scope.run(request.postFilter).docs, scores: 0 })
    : matching;
  const withScore = !keys || request.trackScores;
  const hits = topHits(found, { keys: keys ?? [byScore], count: request.from + request.size, after });
  return {
    hits: {
      total: totalOf(found.docs.length, request.countUpTo),
      max_score: withScore && request.size > 0 ? shownScore(bestScore(found)) : null,
      hits: hits.slice(request.from).map((hit) => showHit(scope, request, { hit, keys, withScore })),
    },
    aggregations: runAggregations(scope, request.aggregations, matching.docs),
    suggest: request.suggest && runSuggest(scope, request),
  };
}

const byScore: SortKey = {
  field: undefined,
  value: (_, score) => score,
  compare: (left, right) => Number(right) - Number(left),
};

const shownScore = (score: number | null) => (score === null ? null : singlePrecision(score));

function refuseTooDeep(scope: Scope, { from, size }: SearchRequest): void {
  if (from + size > RESULT_WINDOW)
    throw scope.refuse(
      `Result window is too large, from + size must be less than or equal to: [${RESULT_WINDOW}] but was [${from + size}]. See the scroll api for a more efficient way to request large data sets.`,
      'illegal_argument_exception',
    );
}

function reachingScore(matches: Matches, least: number | undefined): Matches {
  if (least === undefined) return matches;
  let at = 0;
  return filtered(matches, () => scoreAt(matches, at++) >= least);
}

function totalOf(count: number, upTo: number | undefined) {
  if (upTo === undefined) return undefined;
  return count > upTo ? { value: upTo, relation: 'gte' } : { value: count, relation: 'eq' };
}

function showHit(
  scope: Scope,
  request: SearchRequest,
  { hit, keys, withScore }: { hit: Hit; keys: readonly SortKey[] | undefined; withScore: boolean },
) {
  const document = scope.searched.inverted.stored[hit.doc];
  if (!document)
    throw new Error(`document ${hit.doc} of [${scope.searched.name}] was found but is not stored`);
  return {
    _index: scope.searched.name,
    _id: document.id,
    _version: request.showVersion ? document.version : undefined,
    _seq_no: request.showSeqNo ? document.seqNo : undefined,
    _primary_term: request.showSeqNo ? 1 : undefined,
    _score: withScore ? singlePrecision(hit.score) : null,
    _source: shownSource(document.source, request.source),
    highlight:
      request.highlight && highlightHit(scope, request.highlight, { doc: hit.doc, query: request.query }),
    sort: keys?.map((key, at) => {
      const value = hit.values[at] ?? null;
      return request.sort?.[at]?.name === '_score' && typeof value === 'number'
        ? singlePrecision(value)
        : showSortValue(value, key.field);
    }),
  };
}
