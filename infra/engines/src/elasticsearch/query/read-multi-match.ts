import { parsing } from '../errors.js';
import type { Json } from '../json.js';
import { namePattern } from '../name-pattern.js';
import { Options } from '../options.js';
import { bestOf } from './bool-query.js';
import { crossFields, type WeightedField } from './cross-fields.js';
import { readMatchOptions } from './match-options.js';
import { type MatchKind, matchField, type TextMatch } from './match-query.js';
import { boosted, deferred, matchNone, type Query } from './query.js';
import type { Scope } from './scope.js';

const types = [
  'best_fields',
  'most_fields',
  'cross_fields',
  'phrase',
  'phrase_prefix',
  'bool_prefix',
] as const;
type MultiMatchType = (typeof types)[number];

/** One text in several fields; `type` says how their scores become one. */
export function readMultiMatch(body: Json): Query {
  const options = new Options('multi_match', body);
  const text = options.raw('query');
  if (text === undefined || text === null || typeof text === 'object')
    throw parsing('[multi_match] requires a text as [query]');
  const patterns = options.strings('fields') ?? [];
  if (patterns.length === 0)
    throw parsing('[multi_match] without [fields] is not answered by the Elasticsearch stand-in');
  const type = options.oneOf('type', types) ?? 'best_fields';
  if (options.has('fuzziness') && (type === 'cross_fields' || type.startsWith('phrase')))
    throw parsing(`Fuzziness not allowed for type [${type}]`);
  const kind = kindOf(type, options);
  const given = options.number('tie_breaker');
  const tieBreaker = given ?? (type === 'most_fields' || type === 'bool_prefix' ? 1 : 0);
  const boost = options.number('boost');
  const match: TextMatch = { text, kind, options: readMatchOptions(options) };
  options.done();
  const weighted = patterns.map(readPattern);
  const query = deferred((scope) => {
    const fields = weighted.flatMap((field) => expand(scope, field)).filter(({ name }) => scope.field(name));
    if (type === 'cross_fields') return crossFields(scope, fields, { ...match, tieBreaker });
    const queries = fields.map(({ name, boost: weight }) => boosted(matchField(scope, name, match), weight));
    const [only] = queries;
    if (!only) return matchNone;
    return queries.length === 1 ? only : bestOf(queries, tieBreaker);
  });
  return boosted(query, boost);
}

function kindOf(type: MultiMatchType, options: Options): MatchKind {
  switch (type) {
    case 'phrase':
      return { is: 'phrase', slop: options.integer('slop') ?? 0 };
    case 'phrase_prefix':
      return {
        is: 'phrase_prefix',
        slop: options.integer('slop') ?? 0,
        expansions: options.integer('max_expansions', 1) ?? 50,
      };
    case 'bool_prefix':
      return { is: 'words_prefix' };
    case 'best_fields':
    case 'most_fields':
    case 'cross_fields':
      return { is: 'words' };
  }
}

function readPattern(pattern: string): WeightedField {
  const [name = '', boost = '1'] = pattern.split('^');
  if (!Number.isFinite(Number(boost))) throw parsing(`[multi_match] cannot read the boost of [${pattern}]`);
  return { name, boost: Number(boost) };
}

/** The fields a pattern means; a pattern only ever means fields of words. */
function expand(scope: Scope, { name, boost }: WeightedField): WeightedField[] {
  if (!name.includes('*')) return [{ name, boost }];
  const fits = namePattern(name);
  return [...scope.searched.mapping.fields.values()]
    .filter((field) => (field.kind === 'text' || field.kind === 'keyword') && fits(field.name))
    .map((field) => ({ name: field.name, boost }));
}
