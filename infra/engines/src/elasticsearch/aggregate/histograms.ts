import { parsing } from '../errors.js';
import type { Json } from '../json.js';
import { floor, step, type Unit } from '../mapping/dates.js';
import { Options } from '../options.js';
import { type Aggregate, type AggregationReader, type Basis, bucket, numeric } from './aggregation.js';

/** Where a value belongs, and what comes behind. */
interface Grid {
  bucketOf(value: number): number;
  next(key: number): number;
}

/** Buckets of equal width over a number. */
export function histogram(body: Json, inner: readonly AggregationReader[]): Aggregate {
  const options = new Options('histogram', body);
  const { name, least } = common(options, 'histogram');
  const interval = options.number('interval');
  options.done();
  if (!interval || interval <= 0) throw parsing('[interval] must be >0 for histogram aggregation');
  const grid: Grid = {
    bucketOf: (value) => Math.floor(value / interval) * interval,
    next: (key) => Math.round(key / interval + 1) * interval,
  };
  return (basis) => {
    if (numeric(basis, name, 'histogram')?.kind === 'date')
      throw basis.scope.refuse(
        '[histogram] of a date is not answered by the Elasticsearch stand-in',
        'illegal_argument_exception',
      );
    return {
      buckets: fill(basis, { name, least, grid, inner }).map(({ key, ...rest }) => ({ key, ...rest })),
    };
  };
}

const units: Readonly<Record<string, Unit>> = {
  minute: 'm',
  '1m': 'm',
  hour: 'h',
  '1h': 'h',
  day: 'd',
  '1d': 'd',
  week: 'w',
  '1w': 'w',
  month: 'M',
  '1M': 'M',
  year: 'y',
  '1y': 'y',
};

/** Buckets of one calendar unit each, in UTC. */
export function dateHistogram(body: Json, inner: readonly AggregationReader[]): Aggregate {
  const options = new Options('date_histogram', body);
  const { name, least } = common(options, 'date_histogram');
  const interval = options.string('calendar_interval') ?? '';
  const unit = units[interval];
  options.done();
  if (!unit)
    throw parsing(
      `The supplied interval [${interval}] could not be parsed as a calendar interval of the Elasticsearch stand-in.`,
    );
  const grid: Grid = { bucketOf: (value) => floor(value, unit), next: (key) => step(key, unit, 1) };
  return (basis) => {
    const field = numeric(basis, name, 'date_histogram');
    if (field && field.kind !== 'date')
      throw basis.scope.refuse(
        `[date_histogram] of [${name}], which is no date, is not answered by the Elasticsearch stand-in`,
        'illegal_argument_exception',
      );
    const buckets = fill(basis, { name, least, grid, inner });
    return { buckets: buckets.map((each) => ({ key_as_string: new Date(each.key).toISOString(), ...each })) };
  };
}

function common(options: Options, what: string) {
  const name = options.string('field');
  const least = options.integer('min_doc_count') ?? 0;
  if (!name) throw parsing(`Required one of fields [field, script], but none were specified. (${what})`);
  return { name, least };
}

interface Filling {
  readonly name: string;
  readonly least: number;
  readonly grid: Grid;
  readonly inner: readonly AggregationReader[];
}

/** Buckets in order; those without documents are there too, between others, if none are needed. */
function fill(basis: Basis, { name, least, grid, inner }: Filling) {
  const column = basis.scope.space.columns.get(name);
  const docs = new Map<number, number[]>();
  for (const doc of basis.docs)
    for (const key of new Set((column?.values(doc) ?? []).map(grid.bucketOf))) {
      const before = docs.get(key);
      if (before) before.push(doc);
      else docs.set(key, [doc]);
    }
  const found = [...docs.keys()].sort((left, right) => left - right);
  const keys = least > 0 ? found : unbroken(basis, found, grid);
  return keys
    .map((key) => ({ key, ...bucket(basis, Int32Array.from(docs.get(key) ?? []), inner) }))
    .filter((each) => each.doc_count >= least);
}

/** The original gives up at as many buckets. */
const MOST_BUCKETS = 65_536;

function unbroken(basis: Basis, found: readonly number[], grid: Grid): number[] {
  const keys: number[] = [];
  const last = found.at(-1) ?? Number.NEGATIVE_INFINITY;
  for (let key = found[0] ?? Number.POSITIVE_INFINITY; key <= last; key = grid.next(key)) {
    if (keys.length >= MOST_BUCKETS)
      throw basis.scope.refuse(
        `Trying to create too many buckets. Must be less than or equal to: [${MOST_BUCKETS}]`,
        'too_many_buckets_exception',
      );
    keys.push(key);
  }
  return keys;
}
