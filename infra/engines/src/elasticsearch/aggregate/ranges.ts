import { parsing } from '../errors.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';
import { neighbour } from '../query/field-value.js';
import { type Aggregate, type AggregationReader, bucket, numeric } from './aggregation.js';

interface Range {
  readonly key: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** One bucket for each interval, `from` included and `to` not. */
export function range(body: Json, inner: readonly AggregationReader[]): Aggregate {
  const options = new Options('range', body);
  const name = options.string('field');
  const ranges = (options.list('ranges') ?? []).map(readRange).sort(byPlace);
  options.done();
  if (!name) throw parsing('Required one of fields [field, script], but none were specified. (range)');
  if (ranges.length === 0) throw parsing('No [ranges] specified for the [range] aggregation');
  return (basis) => {
    const field = numeric(basis, name, 'range');
    if (field?.kind === 'date')
      throw basis.scope.refuse(
        '[range] of a date is not answered by the Elasticsearch stand-in',
        'illegal_argument_exception',
      );
    const column = basis.scope.space.columns.get(name);
    return {
      buckets: ranges.map(({ key, from, to }) => {
        const low = from ?? Number.NEGATIVE_INFINITY;
        const high = to === undefined ? Number.POSITIVE_INFINITY : neighbour(to, false);
        const docs = basis.docs.filter((doc) => column?.hasBetween(doc, low, high) ?? false);
        return { key, from, to, ...bucket(basis, docs, inner) };
      }),
    };
  };
}

function readRange(json: Json): Range {
  const options = new Options('range', json);
  const from = options.number('from');
  const to = options.number('to');
  const key = options.string('key') ?? `${showEnd(from)}-${showEnd(to)}`;
  options.done();
  return { key, from, to };
}

const byPlace = (left: Range, right: Range) =>
  (left.from ?? Number.NEGATIVE_INFINITY) - (right.from ?? Number.NEGATIVE_INFINITY) ||
  (left.to ?? Number.POSITIVE_INFINITY) - (right.to ?? Number.POSITIVE_INFINITY) ||
  0;

/** A number as Java writes a double, which is what the names of the buckets are made of. */
function showEnd(end: number | undefined): string {
  if (end === undefined) return '*';
  const size = Math.abs(end);
  if (end === 0 || (size >= 1e-3 && size < 1e7)) return Number.isInteger(end) ? `${end}.0` : String(end);
  const [mantissa = '', exponent = ''] = end.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}
