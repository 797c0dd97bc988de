import { type Field, isNumeric, typeOf } from '../mapping/field.js';
import type { Scope } from '../query/scope.js';

/** Documents an aggregation looks at, and where they are: nested objects know the documents they belong to. */
export interface Basis {
  readonly scope: Scope;
  readonly docs: Int32Array;
  /** The documents these nested objects belong to. */
  readonly outer: { readonly scope: Scope; readonly parents: readonly number[] } | undefined;
}

/** One aggregation: what it answers for some documents. */
export type Aggregate = (basis: Basis) => unknown;

export interface AggregationReader {
  readonly name: string;
  readonly run: Aggregate;
}

/** Answers all aggregations of a search by their names; `undefined` if there are none. */
export function runAggregations(
  scope: Scope,
  aggregations: readonly AggregationReader[],
  docs: Int32Array,
): Record<string, unknown> | undefined {
  return aggregations.length === 0 ? undefined : answers(aggregations, { scope, docs, outer: undefined });
}

export const answers = (aggregations: readonly AggregationReader[], basis: Basis): Record<string, unknown> =>
  Object.fromEntries(aggregations.map(({ name, run }) => [name, run(basis)]));

/** The documents of a bucket, counted, with what is asked about them. */
export const bucket = (basis: Basis, docs: Int32Array, inner: readonly AggregationReader[]) => ({
  doc_count: docs.length,
  ...answers(inner, { ...basis, docs }),
});

/** A field whose values can be counted; `undefined` if nobody mapped it; refuses texts. */
export function countable({ scope }: Basis, name: string): Field | undefined {
  const field = scope.field(name);
  if (!field) return undefined;
  if (field.kind === 'text' || field.kind === 'completion' || !field.indexed)
    throw scope.refuseFielddata(name);
  return field;
}

/** The same, for aggregations that reckon with numbers. */
export function numeric(basis: Basis, name: string, what: string) {
  const field = countable(basis, name);
  if (field === undefined) return undefined;
  if (!isNumeric(field) || field.kind === 'boolean')
    throw basis.scope.refuse(
      `Field [${name}] of type [${typeOf(field)}] is not supported for aggregation [${what}]`,
      'illegal_argument_exception',
    );
  return field;
}
