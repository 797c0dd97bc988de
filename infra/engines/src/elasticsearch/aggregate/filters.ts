import { parsing } from '../errors.js';
import { intersect } from '../invert/doc-set.js';
import { firstOf } from '../invert/inverted-index.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';
import type { Query, ReadQuery } from '../query/query.js';
import {
  type Aggregate,
  type AggregationReader,
  answers,
  type Basis,
  bucket,
  countable,
} from './aggregation.js';
import { columnOf } from './metrics.js';

const passing = (basis: Basis, query: Query): Int32Array =>
  intersect({ docs: basis.docs, scores: 0 }, basis.scope.run(query)).docs;

/** The documents that also meet a query. */
export function filter(body: Json, inner: readonly AggregationReader[], read: ReadQuery): Aggregate {
  const query = read(body);
  return (basis) => bucket(basis, passing(basis, query), inner);
}

/** One bucket for each of several queries, by name or in a list. */
export function filters(body: Json, inner: readonly AggregationReader[], read: ReadQuery): Aggregate {
  const options = new Options('filters', body);
  const raw = options.raw('filters');
  options.done();
  if (Array.isArray(raw)) {
    const queries = raw.map((each) => read(each));
    return (basis) => ({ buckets: queries.map((query) => bucket(basis, passing(basis, query), inner)) });
  }
  const named = Object.entries(new Options('filters', { filters: raw ?? null }).object('filters') ?? {});
  const queries = named.map(([name, each]) => ({ name, query: read(each) }));
  return (basis) => ({
    buckets: Object.fromEntries(
      queries.map(({ name, query }) => [name, bucket(basis, passing(basis, query), inner)]),
    ),
  });
}

/** The documents without a value for a field. */
export function missing(body: Json, inner: readonly AggregationReader[]): Aggregate {
  const name = onlyOption('missing', 'field', body);
  return (basis) => {
    countable(basis, name);
    const column = columnOf(basis, name);
    return bucket(
      basis,
      basis.docs.filter((doc) => !column?.has(doc)),
      inner,
    );
  };
}

/** The nested objects of the documents. */
export function nested(body: Json, inner: readonly AggregationReader[]): Aggregate {
  const path = onlyOption('nested', 'path', body);
  return (basis) => {
    if (basis.outer)
      throw basis.scope.refuse(
        '[nested] inside [nested] is not answered by the Elasticsearch stand-in',
        'illegal_argument_exception',
      );
    if (!basis.scope.searched.mapping.nestedPaths.has(path))
      return { doc_count: 0, ...answers(inner, { ...basis, docs: new Int32Array(0) }) };
    const { place, scope } = basis.scope.nested(path);
    const objects: number[] = [];
    for (const doc of basis.docs)
      for (let at = firstOf(place.parents, doc); place.parents[at] === doc; at++) objects.push(at);
    const outer = { scope: basis.scope, parents: place.parents };
    return bucket({ scope, docs: basis.docs, outer }, Int32Array.from(objects), inner);
  };
}

/** Back from nested objects to the documents they belong to, each once. */
export function reverseNested(body: Json, inner: readonly AggregationReader[]): Aggregate {
  new Options('reverse_nested', body).done();
  return ({ scope, docs, outer }) => {
    if (!outer)
      throw scope.refuse(
        'Reverse nested aggregation [reverse_nested] can only be used inside a [nested] aggregation',
        'illegal_argument_exception',
      );
    const parents = Int32Array.from(new Set(Array.from(docs, (object) => outer.parents[object] ?? 0)));
    return bucket({ scope: outer.scope, docs: parents, outer: undefined }, parents, inner);
  };
}

/** All documents of the index, whatever the query. */
export function global(body: Json, inner: readonly AggregationReader[]): Aggregate {
  new Options('global', body).done();
  return (basis) => bucket(basis, basis.scope.space.live, inner);
}

function onlyOption(what: string, key: string, body: Json): string {
  const options = new Options(what, body);
  const value = options.string(key);
  options.done();
  if (!value) throw parsing(`Missing [${key}] field for ${what} aggregation`);
  return value;
}
