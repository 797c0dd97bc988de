import type { Value } from '../bson/values.js';
import { keyOf } from '../order/compare.js';
import { Rank } from '../order/rank.js';

/** A range of keys, `low <= key < high`, over all keys that begin with bytes in it. */
export interface Interval {
  low: string;
  high: string;
  /** Whether it holds the keys of one value only. */
  point: boolean;
}

const RANKS: readonly number[] = Object.values(Rank);
/** Types whose values an index can be searched for; an array would be found by its elements only. */
const SEARCHABLE = new Set<number>(RANKS.filter((rank) => rank !== Rank.array && rank !== Rank.regex));
const COMPARABLE = new Set<number>([
  Rank.number,
  Rank.string,
  Rank.objectId,
  Rank.bool,
  Rank.date,
  Rank.timestamp,
]);

const rankAt = (key: string) => key.charCodeAt(0);

/** The lowest string above all that begin with `prefix`. */
export function after(prefix: string): string {
  let end = prefix.length;
  while (end > 0 && prefix.charCodeAt(end - 1) === 0xff) end--;
  if (end === 0) return '\u0100';
  return prefix.slice(0, end - 1) + String.fromCharCode(prefix.charCodeAt(end - 1) + 1);
}

/** The keys equal to a value; undefined if an index does not help. */
export function pointOf(value: Value): Interval | undefined {
  const low = keyOf(value);
  return SEARCHABLE.has(rankAt(low)) ? { low, high: after(low), point: true } : undefined;
}

/** The keys a comparison holds for: those of the same type above or below the value. */
export function rangeOf(operator: string, value: Value): Interval | undefined {
  const key = keyOf(value);
  const rank = rankAt(key);
  if (!COMPARABLE.has(rank)) return undefined;
  const first = String.fromCharCode(rank);
  const last = String.fromCharCode(rank + 1);
  switch (operator) {
    case '$gt':
      return { low: after(key), high: last, point: false };
    case '$gte':
      return { low: key, high: last, point: false };
    case '$lt':
      return { low: first, high: key, point: false };
    case '$lte':
      return { low: first, high: after(key), point: false };
    default:
      return undefined;
  }
}

/** What is in one of `a` and in one of `b`; both sorted. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap((x) =>
    b.flatMap((y) => {
      const low = x.low > y.low ? x.low : y.low;
      const high = x.high < y.high ? x.high : y.high;
      return low < high ? [{ low, high, point: x.point || y.point }] : [];
    }),
  );
}

/** One range around them all. */
export function hull(intervals: readonly Interval[]): Interval | undefined {
  const [first] = intervals;
  if (first === undefined) return undefined;
  return intervals.reduce(
    (all, next) => ({
      low: next.low < all.low ? next.low : all.low,
      high: next.high > all.high ? next.high : all.high,
      point: false,
    }),
    first,
  );
}

/** The same keys in a descending field, where all bytes are turned around. */
export function inverted({ low, high, point }: Interval): Interval {
  const start = invertBytes(low);
  return { low: point ? start : after(invertBytes(high)), high: after(start), point };
}

function invertBytes(key: string): string {
  let out = '';
  for (let i = 0; i < key.length; i++) out += String.fromCharCode(0xff - (key.charCodeAt(i) & 0xff));
  return out;
}
