import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { CommandError } from '../../errors.js';
import { distinctValues, keyOf, sameValue } from '../../order/compare.js';
import { binary, unary, variadic } from '../arguments.js';
import { isNothing, type Operator, typeName } from '../evaluate.js';
import { LOOPS } from './loops.js';

export const ARRAYS: Record<string, Operator> = {
  ...LOOPS,
  $isArray: unary('$isArray', Array.isArray),
  $size: unary('$size', (value) => {
    if (Array.isArray(value)) return value.length;
    throw new CommandError(
      17124,
      `The argument to $size must be an array, but was of type: ${typeName(value)}`,
    );
  }),
  $arrayElemAt: binary('$arrayElemAt', elementAt),
  $first: unary('$first', (value) => elementAt(value, 0)),
  $last: unary('$last', (value) => elementAt(value, -1)),
  $in: binary('$in', (value, list) => {
    if (Array.isArray(list)) return list.some((element) => sameValue(element, value));
    throw new CommandError(40081, `$in requires an array as a second argument, found: ${typeName(list)}`);
  }),
  $slice: binary('$slice', (list, count) => {
    if (isNothing(list) || isNothing(count)) return null;
    if (!Array.isArray(list)) {
      throw new CommandError(
        28724,
        `First argument to $slice must be an array, but is of type: ${typeName(list)}`,
      );
    }
    const n = whole(28725, '$slice', count);
    return n < 0 ? list.slice(n) : list.slice(0, n);
  }),
  $reverseArray: unary('$reverseArray', (value) => {
    if (isNothing(value)) return null;
    if (Array.isArray(value)) return value.toReversed();
    throw new CommandError(
      34435,
      `The argument to $reverseArray must be an array, but was of type: ${typeName(value)}`,
    );
  }),
  $concatArrays: variadic((values) => {
    if (values.some(isNothing)) return null;
    return values.flatMap((value) => {
      if (Array.isArray(value)) return value;
      throw new CommandError(28664, `$concatArrays only supports arrays, not ${typeName(value)}`);
    });
  }),
  $setUnion: variadic((values) => {
    if (values.some(isNothing)) return null;
    return distinctValues(values.flatMap((value) => asSet('$setUnion', value)));
  }),
  $setDifference: binary('$setDifference', (a, b) => {
    if (isNothing(a) || isNothing(b)) return null;
    const without = new Set(asSet('$setDifference', b).map(keyOf));
    return distinctValues(asSet('$setDifference', a)).filter((value) => !without.has(keyOf(value)));
  }),
};

function elementAt(list: Value, index: Value): Value {
  if (isNothing(list) || isNothing(index)) return null;
  if (Array.isArray(list)) return list.at(whole(28690, '$arrayElemAt', index));
  throw new CommandError(28689, `$arrayElemAt's first argument must be an array, but is ${typeName(list)}`);
}

function whole(code: number, name: string, value: Value): number {
  const n = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (Number.isInteger(n)) return n;
  throw new CommandError(code, `${name}'s second argument must be a whole number, but is ${typeName(value)}`);
}

function asSet(name: string, value: Value): Value[] {
  if (Array.isArray(value)) return value;
  throw new CommandError(
    17043,
    `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`,
  );
}
