import { illegalArgument, parsing } from '../errors.js';
import { isObject, type Json } from '../json.js';
import { matchAll, type Query, type ReadQuery } from './query.js';
import { readBool, readConstantScore, readDisMax, readMatchAll, readMatchNone } from './read-compound.js';
import { readFunctionScore } from './read-function-score.js';
import { readMatch, readMatchBoolPrefix, readMatchPhrase, readMatchPhrasePrefix } from './read-match.js';
import { readMultiMatch } from './read-multi-match.js';
import { readNested } from './read-nested.js';
import { readRange } from './read-range.js';
import { readExists, readIds, readPrefix, readTerm, readTerms, readWildcard } from './read-term-level.js';

const readers: ReadonlyMap<string, (body: Json, read: ReadQuery) => Query> = new Map([
  ['match_all', readMatchAll],
  ['match_none', readMatchNone],
  ['match', readMatch],
  ['match_phrase', readMatchPhrase],
  ['match_phrase_prefix', readMatchPhrasePrefix],
  ['match_bool_prefix', readMatchBoolPrefix],
  ['multi_match', readMultiMatch],
  ['term', readTerm],
  ['terms', readTerms],
  ['prefix', readPrefix],
  ['wildcard', readWildcard],
  ['exists', readExists],
  ['ids', readIds],
  ['range', readRange],
  ['bool', readBool],
  ['constant_score', readConstantScore],
  ['dis_max', readDisMax],
  ['nested', readNested],
  ['function_score', readFunctionScore],
]);

/** Queries the original knows and this server does not, so that the refusal names the right culprit. */
const others =
  'boosting combined_fields distance_feature fuzzy geo_bounding_box geo_distance geo_shape has_child has_parent intervals knn more_like_this parent_id percolate pinned query_string rank_feature regexp script script_score semantic simple_query_string span_near span_or span_term sparse_vector terms_set wrapper'.split(
    ' ',
  );

/** Reads a query; nothing at all means every document. Throws parsing_exception for what cannot be read. */
export const readQuery: ReadQuery = (json) => {
  if (json === undefined) return matchAll();
  if (!isObject(json)) throw parsing('[_na] query malformed, must start with start_object');
  const [name, more] = Object.keys(json);
  if (name === undefined) throw illegalArgument('query malformed, empty clause found');
  if (more !== undefined)
    throw parsing(`[${name}] malformed query, expected [END_OBJECT] but found [FIELD_NAME]`);
  const reader = readers.get(name);
  if (reader) return reader(json[name] ?? null, readQuery);
  throw parsing(
    others.includes(name)
      ? `query [${name}] is not answered by the Elasticsearch stand-in: use an original server (docker compose up)`
      : `unknown query [${name}]`,
  );
};
