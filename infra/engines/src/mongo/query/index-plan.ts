import { keyOf } from '../order/compare.js';
import type { Index } from '../store/index.js';
import type { Bounds } from './bounds.js';
import { after, type Interval, intersect, inverted } from './intervals.js';
import type { SortField } from './sort.js';

/** How to find the documents of a query: through an index, or (without one) by looking at all of them. */
export interface Plan {
  index: Index | undefined;
  /** Ranges of the index's keys, sorted, one after the other. */
  ranges: { low: string; high: string }[];
  backwards: boolean;
  /** Whether the documents come in the order of the sort. */
  sorted: boolean;
}

/** More ranges than this (from several `$in`) are not worth it: the rest is left to the filter. */
const MOST_RANGES = 2000;

const EVERYTHING: Interval = { low: '', high: '\u0100', point: false };

export function throughIndex(index: Index, bounds: Bounds, sort: readonly SortField[]): Plan | undefined {
  if (index.spec.partial !== undefined) return undefined;
  const fields = index.fields.map((_field, i) => fieldBounds(index, i, bounds));
  if (index.spec.sparse && !leavesOutNull(fields[0])) return undefined;
  const { ranges, used, fixed } = combine(index, fields);
  const order = orderOf({ index, from: fixed, single: ranges.length === 1 }, sort);
  if (used === 0 && (order === undefined || sort.length === 0)) return undefined;
  return { index, ranges, backwards: order === 'backwards', sorted: order !== undefined };
}

/** The ranges of one field. Where arrays are indexed only one condition counts: others may mean other elements. */
function fieldBounds(index: Index, i: number, bounds: Bounds): Interval[] | undefined {
  const field = index.fields[i];
  const conditions = field === undefined ? undefined : bounds.get(field.path.text);
  if (field === undefined || conditions === undefined) return undefined;
  const earlierArray = index.multikey
    .slice(0, i)
    .some((is, at) => is && bounds.has(index.fields[at]?.path.text ?? ''));
  if (index.multikey[i] && earlierArray) return undefined;
  const intervals = index.multikey[i]
    ? (conditions.find(([first]) => first?.point) ?? conditions[0])
    : conditions.reduce((all, next) => intersect(all, next));
  return field.descending ? intervals?.map(inverted).reverse() : intervals;
}

const NULL_KEY = keyOf(null);

const leavesOutNull = (intervals: Interval[] | undefined) =>
  intervals?.every(({ low, high }) => NULL_KEY < low || NULL_KEY >= high) ?? false;

/** Puts the ranges of the fields together: points as long as there are any, then one field's ranges. */
function combine(index: Index, fields: (Interval[] | undefined)[]) {
  let prefixes = [''];
  let used = 0;
  // The number of leading fields that have one value only: they do not matter for the order.
  let fixed = 0;
  for (const [i, intervals] of fields.entries()) {
    if (intervals === undefined || prefixes.length * intervals.length > MOST_RANGES) break;
    used = i + 1;
    if (!intervals.every(({ point }) => point)) {
      const ranges = prefixes.flatMap((prefix) =>
        intervals.map(({ low, high }) => ({ low: prefix + low, high: prefix + high })),
      );
      return { ranges, used, fixed };
    }
    prefixes = prefixes.flatMap((prefix) => intervals.map(({ low }) => prefix + low));
    if (prefixes.length <= 1) fixed = i + 1;
  }
  const ranges = used === 0 ? [EVERYTHING] : prefixes.map((prefix) => ({ low: prefix, high: after(prefix) }));
  return { ranges, used: Math.min(used, index.fields.length), fixed };
}

/** Whether the index gives the order of the sort, and which way round. */
function orderOf(
  { index, from, single }: { index: Index; from: number; single: boolean },
  sort: readonly SortField[],
): 'forwards' | 'backwards' | undefined {
  const alike = index.fields.slice(0, from).filter((_field, i) => !index.multikey[i]);
  const constant = new Set(alike.map(({ path }) => path.text));
  const left = sort.filter(({ path }) => !constant.has(path.text));
  if (left.length === 0) return 'forwards';
  if (!single) return undefined;
  let backwards: boolean | undefined;
  for (const [i, { path, descending }] of left.entries()) {
    const field = index.fields[from + i];
    if (field === undefined || field.path.text !== path.text || index.multikey[from + i]) return undefined;
    const turned = field.descending !== descending;
    if (backwards !== undefined && turned !== backwards) return undefined;
    backwards = turned;
    // A unique index without arrays has nothing to order behind its last field.
    if (isWhole(index, from + i)) break;
  }
  return backwards ? 'backwards' : 'forwards';
}

const isWhole = (index: Index, last: number) =>
  index.spec.unique && last === index.fields.length - 1 && !index.multikey.includes(true);
