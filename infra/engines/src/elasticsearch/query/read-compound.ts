import { parsing } from '../errors.js';
import { isObject, type Json } from '../json.js';
import { Options } from '../options.js';
import { bestOf, boolQuery } from './bool-query.js';
import { readMinimum } from './match-options.js';
import { minimumShouldMatch } from './minimum-should-match.js';
import { boosted, constant, matchAll, matchNone, type Query, type ReadQuery } from './query.js';

export function readBool(body: Json, read: ReadQuery): Query {
  const options = new Options('bool', body);
  const clauses = (key: string) => (options.list(key) ?? []).map((clause) => read(clause));
  const must = clauses('must');
  const filter = clauses('filter');
  const should = clauses('should');
  const mustNot = clauses('must_not');
  const boost = options.number('boost');
  // Where nothing else is asked for, one of the wishes must come true, whatever minimum was given.
  const usual = should.length > 0 && must.length + filter.length === 0 ? 1 : 0;
  const given = minimumShouldMatch(readMinimum(options) ?? usual, should.length) ?? usual;
  const least = Math.max(usual, given);
  options.done();
  if (must.length + filter.length + should.length + mustNot.length === 0) return matchAll(boost);
  return boosted(boolQuery({ must, filter, should, mustNot, atLeast: least }), boost);
}

export function readConstantScore(body: Json, read: ReadQuery): Query {
  const options = new Options('constant_score', body);
  const filter = options.object('filter');
  const boost = options.number('boost') ?? 1;
  options.done();
  if (!filter) throw parsing("[constant_score] requires a 'filter' element");
  return constant(read(filter), boost);
}

export function readDisMax(body: Json, read: ReadQuery): Query {
  const options = new Options('dis_max', body);
  const queries = (options.list('queries') ?? []).map((query) => read(query));
  const tieBreaker = options.number('tie_breaker') ?? 0;
  const boost = options.number('boost');
  options.done();
  if (queries.length === 0) throw parsing("[dis_max] requires 'queries' field with at least one clause");
  return boosted(bestOf(queries, tieBreaker), boost);
}

export function readMatchAll(body: Json): Query {
  const options = new Options('match_all', body);
  const boost = options.number('boost');
  options.done();
  return matchAll(boost);
}

export function readMatchNone(body: Json): Query {
  if (!isObject(body) || Object.keys(body).length > 0) throw parsing('[match_none] takes no options here');
  return matchNone;
}
