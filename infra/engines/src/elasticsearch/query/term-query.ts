import { filtered, type Matches, none } from '../invert/doc-set.js';
import type { Json } from '../json.js';
import { isNumeric, type KeywordField, type NumericField } from '../mapping/field.js';
import { anyTerm, termsAmong, termsThat } from './any-term.js';
import { type Interval, valueInterval } from './field-value.js';
import { deferred, matchNone, type Query, unmarked } from './query.js';
import type { Scope } from './scope.js';
import { inverseFrequency, saturation } from './term-source.js';
import { textTerm } from './text-term.js';

const asText = (value: Json): string => (typeof value === 'string' ? value : String(value));

/** Documents whose field has exactly this value; a text field is asked for a single token. */
export const termQuery = (name: string, value: Json): Query =>
  deferred((scope) => {
    if (name === '_id') return idsQuery([asText(value)]);
    const field = scope.field(name);
    if (!field?.indexed) return unindexed(scope, name);
    if (isNumeric(field)) return intervalQuery(field, valueInterval(scope, field, value));
    if (field.kind === 'completion') throw notSearchable(scope, name);
    return textTerm(name, field.kind === 'keyword' ? field.normalize(asText(value)) : asText(value));
  });

/** Documents whose field has any of these values; all score 1. */
export const termsQuery = (name: string, values: readonly Json[]): Query =>
  deferred((scope) => {
    if (name === '_id') return idsQuery(values.map(asText));
    const field = scope.field(name);
    if (!field?.indexed) return unindexed(scope, name);
    if (field.kind === 'completion') throw notSearchable(scope, name);
    if (isNumeric(field))
      return intervalsQuery(
        field,
        values.map((value) => valueInterval(scope, field, value)),
      );
    const wanted = values.map((value) =>
      field.kind === 'keyword' ? field.normalize(asText(value)) : asText(value),
    );
    return anyTerm(name, termsAmong(wanted));
  });

/** Terms of a text or keyword field that pass a test, such as a wildcard. */
export const patternQuery = (
  name: string,
  what: string,
  test: (normalize: KeywordField['normalize']) => (term: string) => boolean,
): Query =>
  deferred((scope) => {
    const field = scope.field(name);
    if (!field?.indexed) return unindexed(scope, name);
    if (field.kind !== 'text' && field.kind !== 'keyword')
      throw scope.refuse(
        `Can only use ${what} queries on keyword and text fields - not on [${name}] which is of type [${field.kind}]`,
      );
    return anyTerm(name, termsThat(test(field.kind === 'keyword' ? field.normalize : (text) => text)));
  });

/** A field nobody mapped matches nothing; one that is only kept cannot be asked. */
export function unindexed(scope: Scope, name: string): Query {
  if (!scope.field(name)) return matchNone;
  throw scope.refuse(
    `failed to create query: Cannot search on field [${name}] since it is not indexed nor has doc values.`,
  );
}

export const notSearchable = (scope: Scope, name: string) =>
  scope.refuse(`failed to create query: Field [${name}] of type [completion] does not support this query`);

export const idsQuery = (ids: readonly string[]): Query =>
  unmarked(({ searched, space }) => {
    const { inverted } = searched;
    if (space !== inverted.root) return none;
    const docs = [...new Set(ids)].map((id) => inverted.numbers.get(id)).filter((doc) => doc !== undefined);
    return { docs: Int32Array.from(docs).sort(), scores: 1 };
  });

/** Documents whose numbers lie in an interval. A boolean scores by how rare it is, as a term would; all else 1. */
export const intervalQuery = (field: NumericField, { low, high }: Interval): Query =>
  unmarked((scope) => {
    const column = scope.space.columns.get(field.name);
    if (!column) return none;
    // Filters such as "in stock" come with every search.
    const docs = scope.space.remember(
      `${field.name} ${low} ${high}`,
      () => filtered(all(scope), (doc) => column.hasBetween(doc, low, high)).docs,
    );
    if (field.kind !== 'boolean' || low !== high) return { docs, scores: 1 };
    return { docs, scores: inverseFrequency(docs.length, column.docCount) * saturation(1, 1, 1) };
  });

const intervalsQuery = (field: NumericField, intervals: readonly Interval[]): Query =>
  unmarked((scope) => {
    const column = scope.space.columns.get(field.name);
    if (!column) return none;
    const test = (doc: number) => intervals.some(({ low, high }) => column.hasBetween(doc, low, high));
    return { docs: filtered(all(scope), test).docs, scores: 1 };
  });

/** Documents that have any value for a field, or for any field of an object. */
export const existsQuery = (name: string): Query =>
  unmarked((scope) => {
    const { texts, keywords, columns } = scope.space;
    const tests: ((doc: number) => boolean)[] = [];
    for (const field of scope.searched.mapping.fields.values()) {
      if (field.name !== name && !field.name.startsWith(`${name}.`)) continue;
      const text = texts.get(field.name);
      const column = columns.get(field.name) ?? keywords.get(field.name)?.column;
      if (text) tests.push((doc) => text.lengths.get(doc) >= 0);
      if (column) tests.push((doc) => column.has(doc));
    }
    return { docs: filtered(all(scope), (doc) => tests.some((test) => test(doc))).docs, scores: 1 };
  });

const all = (scope: Scope): Matches => ({ docs: scope.space.live, scores: 1 });
