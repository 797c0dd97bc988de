import { filtered, indexOf, intersect, type Matches, none, scoreAt, subtract } from '../invert/doc-set.js';
import { union } from '../invert/union.js';
import type { Query, TextView } from './query.js';
import type { Scope } from './scope.js';

/** Clauses of a `bool`; `atLeast` says how many of `should` must match. */
export interface BoolClauses {
  readonly must: readonly Query[];
  readonly filter: readonly Query[];
  readonly should: readonly Query[];
  readonly mustNot: readonly Query[];
  readonly atLeast: number;
}

/** Conjunction and disjunction; scores of `must` and `should` are added. */
export function boolQuery(clauses: BoolClauses): Query {
  const query: Query = {
    matches: (scope) => runBool(clauses, scope),
    marks: (view) => marksOf(query, [...clauses.must, ...clauses.filter, ...clauses.should], view),
  };
  return query;
}

/** All of some clauses, or any. */
export const allOf = (must: readonly Query[]): Query =>
  boolQuery({ must, filter: [], should: [], mustNot: [], atLeast: 0 });
export const anyOf = (should: readonly Query[], atLeast = 1): Query =>
  boolQuery({ must: [], filter: [], should, mustNot: [], atLeast });

/** The best of the clauses' scores, and a part of the others. */
export function bestOf(queries: readonly Query[], tieBreaker: number): Query {
  const query: Query = {
    matches: (scope) =>
      union(
        queries.map((each) => scope.run(each)),
        { tieBreaker, atLeast: 1 },
        scope.space.size,
      ),
    marks: (view) => marksOf(query, queries, view),
  };
  return query;
}

/** A clause inside a condition that its document does not meet has no part in the match, so nothing is marked. */
function marksOf(query: Query, parts: readonly Query[], view: TextView) {
  return view.scope.has(query, view.doc) ? parts.flatMap((part) => part.marks(view)) : [];
}

function runBool({ must, filter, should, mustNot, atLeast }: BoolClauses, scope: Scope): Matches {
  const required = [
    ...must.map((query) => scope.run(query)),
    ...filter.map((query) => ({ docs: scope.run(query).docs, scores: 0 })),
  ].sort((left, right) => left.docs.length - right.docs.length);
  const [first, ...others] = required;
  let found: Matches | undefined = first && others.reduce(intersect, first);
  if (found && found.docs.length === 0) return none;
  if (should.length > 0 || atLeast > 0) found = withOptional(found, should, atLeast, scope);
  found ??= { docs: scope.space.live, scores: 0 };
  return mustNot.reduce((left, query) => subtract(left, scope.run(query)), found);
}

function withOptional(
  found: Matches | undefined,
  should: readonly Query[],
  atLeast: number,
  scope: Scope,
): Matches {
  const clauses = should.map((query) => scope.run(query));
  const base = found ?? { docs: scope.space.live, scores: 0 };
  const optional = union(clauses, { tieBreaker: 'sum', atLeast: Math.max(1, atLeast) }, scope.space.size);
  if (atLeast > 0) return found ? intersect(found, optional) : optional;
  if (optional.docs.length === 0) return base;
  const scores = new Float64Array(base.docs.length);
  base.docs.forEach((doc, at) => {
    const place = indexOf(optional.docs, doc);
    scores[at] = scoreAt(base, at) + (place < 0 ? 0 : scoreAt(optional, place));
  });
  return { docs: base.docs, scores };
}

/** Documents of a query whose score reaches a least one. */
export const reaching = (query: Query, least: number): Query => ({
  matches: (scope) => {
    const matches = scope.run(query);
    let at = 0;
    return filtered(matches, () => scoreAt(matches, at++) >= least);
  },
  marks: (view) => query.marks(view),
});
