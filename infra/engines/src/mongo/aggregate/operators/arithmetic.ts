import { Long } from 'bson';
import {
  arithmetic,
  asDouble,
  asInteger,
  isNumeric,
  type Numeric,
  toBigInt,
  toDouble,
} from '../../bson/numbers.js';
import { isInt32, type Value } from '../../bson/values.js';
import { CommandError, typeMismatch } from '../../errors.js';
import { binary, unary, variadic } from '../arguments.js';
import { isNothing, type Operator, typeName } from '../evaluate.js';

export const ARITHMETIC: Record<string, Operator> = {
  $add: variadic(add),
  $subtract: binary('$subtract', subtract),
  $multiply: variadic((values) => {
    if (values.some(isNothing)) return null;
    return values.reduce<Numeric>((total, value) => {
      if (!isNumeric(value))
        throw typeMismatch(`$multiply only supports numeric types, not ${typeName(value)}`);
      return arithmetic('*', total, value);
    }, 1);
  }),
  $divide: onNumbers('$divide', (a, b) => {
    if (toDouble(b) === 0) throw new CommandError(2, "can't $divide by zero");
    return asDouble(toDouble(a) / toDouble(b));
  }),
  $mod: onNumbers('$mod', modulo),
  $abs: onNumber('$abs', (n) => (toDouble(n) < 0 ? arithmetic('-', 0, n) : n)),
  $ceil: onNumber('$ceil', (n) => whole(n, Math.ceil)),
  $floor: onNumber('$floor', (n) => whole(n, Math.floor)),
  $trunc: onNumber('$trunc', (n) => whole(n, Math.trunc)),
  $round: onNumber('$round', (n) => whole(n, halfToEven)),
};

function add(values: Value[]): Value {
  if (values.some(isNothing)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new CommandError(16612, 'only one date allowed in an $add expression');
  const total = values.reduce<Numeric>((sum, value) => {
    if (value instanceof Date) return sum;
    if (!isNumeric(value))
      throw typeMismatch(`$add only supports numeric or date types, not ${typeName(value)}`);
    return arithmetic('+', sum, value);
  }, 0);
  const [date] = dates;
  return date === undefined ? total : new Date(date.getTime() + Math.round(toDouble(total)));
}

function subtract(a: Value, b: Value): Value {
  if (isNothing(a) || isNothing(b)) return null;
  if (isNumeric(a) && isNumeric(b)) return arithmetic('-', a, b);
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(toDouble(b)));
  throw typeMismatch(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function modulo(a: Numeric, b: Numeric): Value {
  if (toDouble(b) === 0) throw new CommandError(16610, "can't $mod by zero");
  const long = a instanceof Long || b instanceof Long;
  if (long && [a, b].every((n) => n instanceof Long || Number.isInteger(toDouble(n)))) {
    return asInteger(toBigInt(a) % toBigInt(b), true);
  }
  const rest = toDouble(a) % toDouble(b);
  return isInt(a) && isInt(b) ? rest + 0 : asDouble(rest);
}

const isInt = (n: Numeric) => typeof n === 'number' && isInt32(n);

/** Rounding leaves whole types as they are and keeps a double a double. */
const whole = (n: Numeric, round: (n: number) => number): Value =>
  n instanceof Long || isInt(n) ? n : asDouble(round(toDouble(n)));

function halfToEven(n: number): number {
  const below = Math.floor(n);
  if (n - below !== 0.5) return Math.round(n);
  return below % 2 === 0 ? below : below + 1;
}

function onNumber(name: string, compute: (n: Numeric) => Value): Operator {
  return unary(name, (value) => {
    if (isNothing(value)) return null;
    if (!isNumeric(value))
      throw new CommandError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
    return compute(value);
  });
}

function onNumbers(name: string, compute: (a: Numeric, b: Numeric) => Value): Operator {
  return binary(name, (a, b) => {
    if (isNothing(a) || isNothing(b)) return null;
    if (isNumeric(a) && isNumeric(b)) return compute(a, b);
    throw typeMismatch(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  });
}
