import type { Value } from '../bson/values.js';
import { KeyWriter } from './key-writer.js';

const writer = new KeyWriter();

/** The key of one value: keys are equal where the values are, and in BSON order. */
export function keyOf(value: Value): string {
  writer.start().value(value);
  return writer.finish();
}

/** BSON order over all types: negative, 0 or positive. A missing field (`undefined`) comes before null. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a - b)) return a - b;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (typeof a === 'string' && a === b) return 0;
  const left = keyOf(a);
  const right = keyOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export const sameValue = (a: Value, b: Value): boolean => a === b || compareValues(a, b) === 0;

/** The values without those equal to an earlier one, in their order. */
export function distinctValues(values: Iterable<Value>): Value[] {
  const seen = new Set<string>();
  const distinct: Value[] = [];
  for (const value of values) {
    const key = keyOf(value);
    if (seen.has(key)) continue;
    seen.add(key);
    distinct.push(value);
  }
  return distinct;
}
