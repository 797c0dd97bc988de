import { arithmetic, asDouble, isNumeric, type Numeric, toDouble } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { compareValues } from '../order/compare.js';
import { isNothing } from './evaluate.js';

/** The sum of the numbers among the values; what is no number is passed over. */
export function total(values: Iterable<Value>): Numeric {
  let sum: Numeric = 0;
  for (const value of values) if (isNumeric(value)) sum = arithmetic('+', sum, value);
  return sum;
}

/** The mean of the numbers among the values as a double; null if there are none. */
export function average(values: Value[]): Value {
  const numbers = values.filter(isNumeric);
  return numbers.length === 0 ? null : asDouble(toDouble(total(numbers)) / numbers.length);
}

/** The lowest value in BSON order, passing over null and missing; null if there is none. */
export const lowest = (values: Value[]): Value => extreme(values, -1);
export const highest = (values: Value[]): Value => extreme(values, 1);

function extreme(values: Value[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) {
    if (isNothing(value)) continue;
    if (best === null || compareValues(value, best) * sign > 0) best = value;
  }
  return best;
}
