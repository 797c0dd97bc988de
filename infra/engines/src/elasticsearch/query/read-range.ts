import type { Json } from '../json.js';
import { isNumeric, type KeywordField, type NumericField } from '../mapping/field.js';
import { Options } from '../options.js';
import { compareText } from '../sorted-text.js';
import { anyTerm, termsThat } from './any-term.js';
import { type Interval, neighbour, valueInterval } from './field-value.js';
import { boosted, constant, deferred, type Query } from './query.js';
import type { Scope } from './scope.js';
import { existsQuery, intervalQuery, unindexed } from './term-query.js';

/** The four ends of a range; what is left out or null is open. */
interface Bounds {
  readonly gte: Json;
  readonly gt: Json;
  readonly lte: Json;
  readonly lt: Json;
}

export function readRange(body: Json): Query {
  const [name, inner] = new Options('range', body).only('a field');
  const options = new Options('range', inner);
  const end = (key: string) => options.raw(key) ?? null;
  const bounds: Bounds = { gte: end('gte'), gt: end('gt'), lte: end('lte'), lt: end('lt') };
  const boost = options.number('boost');
  options.done();
  return boosted(
    deferred((scope) => rangeQuery(scope, name, bounds)),
    boost,
  );
}

function rangeQuery(scope: Scope, name: string, bounds: Bounds): Query {
  const field = scope.field(name);
  if (!field?.indexed) return unindexed(scope, name);
  if (isNumeric(field)) {
    if (Object.values(bounds).every((end) => end === null)) return constant(existsQuery(name), 1);
    return constant(intervalQuery(field, interval(scope, field, bounds)), 1);
  }
  if (field.kind === 'keyword') return keywordRange(field, bounds);
  throw scope.refuse(
    `[range] on field [${name}] of type [${field.kind}] is not answered by the Elasticsearch stand-in`,
  );
}

/** A coarse date covers a span: "after March" begins when March ends, "up to March" includes all of it. */
function interval(scope: Scope, field: NumericField, { gte, gt, lte, lt }: Bounds): Interval {
  const ends = (value: Json) => valueInterval(scope, field, value);
  const lows = [
    ...(gte === null ? [] : [ends(gte).low]),
    ...(gt === null ? [] : [neighbour(ends(gt).high, true)]),
  ];
  const highs = [
    ...(lte === null ? [] : [ends(lte).high]),
    ...(lt === null ? [] : [neighbour(ends(lt).low, false)]),
  ];
  return {
    low: Math.max(Number.NEGATIVE_INFINITY, ...lows),
    high: Math.min(Number.POSITIVE_INFINITY, ...highs),
  };
}

function keywordRange(field: KeywordField, { gte, gt, lte, lt }: Bounds): Query {
  const order = (end: Json) => {
    const wanted = field.normalize(String(end));
    return (term: string) => compareText(term, wanted);
  };
  const tests: ((term: string) => boolean)[] = [];
  const check = (end: Json, passes: (comparison: number) => boolean) => {
    if (end === null) return;
    const compare = order(end);
    tests.push((term) => passes(compare(term)));
  };
  check(gte, (comparison) => comparison >= 0);
  check(gt, (comparison) => comparison > 0);
  check(lte, (comparison) => comparison <= 0);
  check(lt, (comparison) => comparison < 0);
  return anyTerm(
    field.name,
    termsThat((term) => tests.every((test) => test(term))),
  );
}
