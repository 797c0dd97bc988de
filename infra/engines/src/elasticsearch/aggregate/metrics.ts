import { parsing } from '../errors.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';
import { type Aggregate, type Basis, countable, numeric } from './aggregation.js';

function fieldOf(name: string, body: Json): string {
  const options = new Options(name, body, parsing);
  const field = options.string('field');
  options.done();
  if (!field) throw parsing(`Required one of fields [field, script], but none were specified. (${name})`);
  return field;
}

interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

function sumsOf(basis: Basis, name: string): Sums {
  const column = basis.scope.space.columns.get(name);
  let count = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const doc of column ? basis.docs : [])
    for (const value of column?.values(doc) ?? []) {
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  return { count, sum, min, max };
}

/** An aggregation that answers one number, or null where there is nothing to reckon. */
const single =
  (name: string, pick: (sums: Sums) => number | null) =>
  (body: Json): Aggregate => {
    const field = fieldOf(name, body);
    return (basis) => {
      const kind = numeric(basis, field, name)?.kind;
      if (kind === 'date' && name !== 'min' && name !== 'max')
        throw basis.scope.refuse(
          `[${name}] of a date is not answered by the Elasticsearch stand-in`,
          'illegal_argument_exception',
        );
      const sums = sumsOf(basis, field);
      const value = sums.count === 0 && name !== 'sum' ? null : pick(sums);
      return kind === 'date' && value !== null
        ? { value, value_as_string: new Date(value).toISOString() }
        : { value };
    };
  };

export const min = single('min', (sums) => sums.min);
export const max = single('max', (sums) => sums.max);
export const sum = single('sum', (sums) => sums.sum);
export const avg = single('avg', (sums) => sums.sum / sums.count);

export function stats(body: Json): Aggregate {
  const field = fieldOf('stats', body);
  return (basis) => {
    if (numeric(basis, field, 'stats')?.kind === 'date')
      throw basis.scope.refuse(
        '[stats] of a date is not answered by the Elasticsearch stand-in',
        'illegal_argument_exception',
      );
    const { count, ...sums } = sumsOf(basis, field);
    if (count === 0) return { count, min: null, max: null, avg: null, sum: 0 };
    return { count, min: sums.min, max: sums.max, avg: sums.sum / count, sum: sums.sum };
  };
}

/** How many values there are. */
export function valueCount(body: Json): Aggregate {
  const field = fieldOf('value_count', body);
  return (basis) => {
    let value = 0;
    countable(basis, field);
    const column = columnOf(basis, field);
    for (const doc of basis.docs) value += column?.values(doc).length ?? 0;
    return { value };
  };
}

/** How many different values there are; exact, where the original estimates large numbers. */
export function cardinality(body: Json): Aggregate {
  const field = fieldOf('cardinality', body);
  return (basis) => {
    countable(basis, field);
    const column = columnOf(basis, field);
    const seen = new Set<number>();
    for (const doc of basis.docs) for (const value of column?.values(doc) ?? []) seen.add(value);
    return { value: seen.size };
  };
}

/** The numbers of a field, or the ordinals of a keyword. */
export const columnOf = ({ scope: { space } }: Basis, field: string) =>
  space.columns.get(field) ?? space.keywords.get(field)?.column;
