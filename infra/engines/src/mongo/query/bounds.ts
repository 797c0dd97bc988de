import { BSONRegExp } from 'bson';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { isOperators } from './conditions.js';
import { hull, type Interval, pointOf, rangeOf } from './intervals.js';

/**
 * What a filter says of each path that an index can use: for each condition the ranges of keys it allows. A document
 * that passes the filter has, for every one of these conditions, a key in its ranges; an array may satisfy two
 * conditions with different elements.
 */
export type Bounds = Map<string, Interval[][]>;

export function boundsOf(filter: Doc, prefix = ''): Bounds {
  const bounds: Bounds = new Map();
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(value))
      for (const part of value) merge(bounds, boundsOf(part as Doc, prefix));
    else if (name === '$or' && Array.isArray(value)) merge(bounds, boundsOfEither(value as Doc[], prefix));
    else if (!name.startsWith('$')) addCondition(bounds, prefix + name, value);
  }
  return bounds;
}

function merge(into: Bounds, from: Bounds): void {
  for (const [path, conditions] of from) into.set(path, [...(into.get(path) ?? []), ...conditions]);
}

/** Of several branches a path is bound only if each of them binds it; then by one range around all of theirs. */
function boundsOfEither(branches: Doc[], prefix: string): Bounds {
  const [first, ...rest] = branches.map((branch) => boundsOf(branch, prefix));
  const bounds: Bounds = new Map();
  for (const [path, [one = []] = []] of first ?? []) {
    const others = rest.map((branch) => branch.get(path)?.[0]);
    if (others.includes(undefined)) continue;
    const around = hull([...one, ...others.flatMap((intervals) => intervals ?? [])]);
    if (around !== undefined) bounds.set(path, [[around]]);
  }
  return bounds;
}

function addCondition(bounds: Bounds, path: string, value: Value): void {
  if (!isOperators(value)) {
    add(bounds, path, value instanceof BSONRegExp ? undefined : points([value]));
    return;
  }
  for (const [operator, operand] of Object.entries(value)) {
    switch (operator) {
      case '$eq':
        add(bounds, path, points([operand]));
        break;
      case '$in':
        add(bounds, path, Array.isArray(operand) ? points(operand) : undefined);
        break;
      case '$elemMatch':
        if (isDoc(operand) && !isOperators(operand)) merge(bounds, boundsOf(operand, `${path}.`));
        break;
      default: {
        const range = rangeOf(operator, operand);
        add(bounds, path, range === undefined ? undefined : [range]);
      }
    }
  }
}

function add(bounds: Bounds, path: string, intervals: Interval[] | undefined): void {
  if (intervals === undefined) return;
  const known = bounds.get(path);
  if (known === undefined) bounds.set(path, [intervals]);
  else known.push(intervals);
}

/** The points of all values, sorted and once each; undefined if one of them cannot be searched for. */
function points(values: Value[]): Interval[] | undefined {
  const found = new Map<string, Interval>();
  for (const value of values) {
    const point = value instanceof BSONRegExp ? undefined : pointOf(value);
    if (point === undefined) return undefined;
    found.set(point.low, point);
  }
  return [...found.values()].sort((a, b) => (a.low < b.low ? -1 : 1));
}
