import { parsing } from '../errors.js';
import { isObject, type Json } from '../json.js';
import type { Field } from '../mapping/field.js';
import { Options } from '../options.js';
import { compareText } from '../sorted-text.js';
import { type Aggregate, type AggregationReader, type Basis, bucket, countable } from './aggregation.js';
import { columnOf } from './metrics.js';

type Key = string | number;
interface Counted {
  readonly key: Key;
  /** The number that stands for the key in the column. */
  readonly value: number;
  readonly count: number;
}

/** One bucket for each value of a field, the commonest first unless asked otherwise. */
export function terms(body: Json, inner: readonly AggregationReader[]): Aggregate {
  const options = new Options('terms', body);
  const name = options.string('field');
  const size = options.integer('size', 1) ?? 10;
  const least = options.integer('min_doc_count', 1) ?? 1;
  const order = readOrder(options.raw('order'));
  options.done();
  if (!name) throw parsing('Required one of fields [field, script], but none were specified. (terms)');
  return (basis) => {
    const field = countable(basis, name);
    const counted = count(basis, name)
      .filter((each) => each.count >= least)
      .sort(order);
    const chosen = counted.slice(0, size);
    const docs = inner.length > 0 ? docsOf(basis, name, chosen) : undefined;
    return {
      doc_count_error_upper_bound: 0,
      sum_other_doc_count: counted.slice(size).reduce((sum, each) => sum + each.count, 0),
      buckets: chosen.map((each) => ({
        ...shownKey(field, each.key),
        doc_count: each.count,
        ...(docs && bucket(basis, Int32Array.from(docs.get(each.value) ?? []), inner)),
      })),
    };
  };
}

const byCount = (left: Counted, right: Counted) => right.count - left.count;
const byKey = (left: Counted, right: Counted) =>
  typeof left.key === 'string' ? compareText(left.key, String(right.key)) : left.key - Number(right.key);

type Order = (left: Counted, right: Counted) => number;

function readOrder(json: Json | undefined): Order {
  const conditions = (json === undefined ? [{ _count: 'desc' }] : Array.isArray(json) ? json : [json]).map(
    readCondition,
  );
  return (left, right) => {
    for (const condition of [...conditions, byKey]) {
      const order = condition(left, right);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function readCondition(json: Json): Order {
  const [entry] = isObject(json) ? Object.entries(json) : [];
  const wanted = entry?.join(' ');
  if (wanted === '_count desc') return byCount;
  if (wanted === '_key asc') return byKey;
  if (wanted === '_key desc') return (left, right) => byKey(right, left);
  throw parsing(
    `[terms] [order] ${JSON.stringify(json)} is not answered by the Elasticsearch stand-in: _count desc, _key asc and _key desc are`,
  );
}

function count(basis: Basis, name: string): Counted[] {
  const { scope, docs } = basis;
  const column = columnOf(basis, name);
  const texts = scope.space.keywords.get(name)?.values;
  const counts = new Map<number, number>();
  for (const doc of docs)
    for (const value of new Set(column?.values(doc))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, found]) => ({ key: texts?.[value] ?? value, value, count: found }));
}

function docsOf(basis: Basis, name: string, chosen: readonly Counted[]): Map<number, number[]> {
  const column = columnOf(basis, name);
  const docs = new Map<number, number[]>(chosen.map(({ value }) => [value, []]));
  for (const doc of basis.docs) for (const value of new Set(column?.values(doc))) docs.get(value)?.push(doc);
  return docs;
}

function shownKey(field: Field | undefined, key: Key) {
  if (field?.kind === 'boolean') return { key, key_as_string: key === 1 ? 'true' : 'false' };
  if (field?.kind === 'date') return { key, key_as_string: new Date(key).toISOString() };
  return { key };
}
