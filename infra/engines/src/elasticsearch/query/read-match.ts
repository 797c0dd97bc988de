import { parsing } from '../errors.js';
import { isObject, type Json } from '../json.js';
import { Options } from '../options.js';
import { readMatchOptions } from './match-options.js';
import { type MatchKind, matchField } from './match-query.js';
import { boosted, deferred, type Query } from './query.js';

export const readMatch = (body: Json): Query => read('match', body, () => ({ is: 'words' }));
export const readMatchBoolPrefix = (body: Json): Query =>
  read('match_bool_prefix', body, () => ({ is: 'words_prefix' }));
export const readMatchPhrase = (body: Json): Query =>
  read('match_phrase', body, (options) => ({ is: 'phrase', slop: options.integer('slop') ?? 0 }));
export const readMatchPhrasePrefix = (body: Json): Query =>
  read('match_phrase_prefix', body, (options) => ({
    is: 'phrase_prefix',
    slop: options.integer('slop') ?? 0,
    expansions: options.integer('max_expansions', 1) ?? 50,
  }));

const wordsOnly = [
  'operator',
  'minimum_should_match',
  'fuzziness',
  'prefix_length',
  'fuzzy_transpositions',
  'lenient',
];

function read(name: string, body: Json, kindOf: (options: Options) => MatchKind): Query {
  const [field, inner] = new Options(name, body).only('a field');
  if (Array.isArray(inner)) throw parsing(`[${name}] unknown token [START_ARRAY] after [${field}]`);
  const options = new Options(name, isObject(inner) ? inner : { query: inner });
  const text = options.raw('query');
  if (text === undefined || text === null || typeof text === 'object')
    throw parsing(`[${name}] requires a text as [query]`);
  const kind = kindOf(options);
  const wrong = kind.is.startsWith('phrase') ? wordsOnly.find((key) => options.has(key)) : undefined;
  if (wrong) throw parsing(`[${name}] query does not support [${wrong}]`);
  const boost = options.number('boost');
  const matchOptions = readMatchOptions(options);
  options.done();
  return boosted(
    deferred((scope) => matchField(scope, field, { text, kind, options: matchOptions })),
    boost,
  );
}
