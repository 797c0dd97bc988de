import { parsing } from '../errors.js';
import type { Json, JsonObject } from '../json.js';
import { Options } from '../options.js';
import type { ReadQuery } from '../query/query.js';
import type { Aggregate, AggregationReader } from './aggregation.js';
import { filter, filters, global, missing, nested, reverseNested } from './filters.js';
import { dateHistogram, histogram } from './histograms.js';
import { avg, cardinality, max, min, stats, sum, valueCount } from './metrics.js';
import { range } from './ranges.js';
import { terms } from './terms.js';

export type { AggregationReader };

type ReadOne = (body: Json, inner: readonly AggregationReader[], read: ReadQuery) => Aggregate;
const buckets: ReadonlyMap<string, ReadOne> = new Map<string, ReadOne>([
  ['terms', terms],
  ['range', range],
  ['histogram', histogram],
  ['date_histogram', dateHistogram],
  ['filter', filter],
  ['filters', filters],
  ['missing', missing],
  ['nested', nested],
  ['reverse_nested', reverseNested],
  ['global', global],
]);
const metrics: ReadonlyMap<string, (body: Json) => Aggregate> = new Map([
  ['min', min],
  ['max', max],
  ['sum', sum],
  ['avg', avg],
  ['stats', stats],
  ['value_count', valueCount],
  ['cardinality', cardinality],
]);

/** Reads `aggs`, each with its inner ones; refuses kinds it does not know. */
export function readAggregations(
  body: JsonObject | undefined,
  read: ReadQuery,
  outermost = true,
): AggregationReader[] {
  return Object.entries(body ?? {}).map(([name, json]) => {
    const options = new Options(`aggregation ${name}`, json);
    const inner = readAggregations(options.object('aggs') ?? options.object('aggregations'), read, false);
    const [kind, kindBody] = options.only('an aggregation type');
    if (kind === 'global' && !outermost)
      throw parsing(`Aggregation [${name}] cannot have a global sub-aggregation: global stands outermost`);
    return { name, run: readOne(name, { kind, body: kindBody, inner }, read) };
  });
}

function readOne(
  name: string,
  { kind, body, inner }: { kind: string; body: Json; inner: readonly AggregationReader[] },
  read: ReadQuery,
): Aggregate {
  const bucketing = buckets.get(kind);
  if (bucketing) return bucketing(body, inner, read);
  const metric = metrics.get(kind);
  if (!metric)
    throw parsing(`Unknown aggregation type [${kind}], or one the Elasticsearch stand-in does not answer`);
  if (inner.length > 0)
    throw parsing(`Aggregator [${name}] of type [${kind}] cannot accept sub-aggregations`);
  return metric(body);
}
