import { Double, Long } from 'bson';
import { CommandError } from '../errors.js';
import { isInt32, type Value } from './values.js';

export type Numeric = number | Double | Long;

export const isNumeric = (value: Value): value is Numeric =>
  typeof value === 'number' ||
  value instanceof Double ||
  (value instanceof Long && value._bsontype === 'Long');

/** The nearest double; exact but for 64-bit integers beyond 2^53. */
export function toDouble(value: Numeric): number {
  return typeof value === 'number' ? value : value instanceof Double ? value.value : value.toNumber();
}

const isDouble = (value: Numeric) =>
  value instanceof Double || (typeof value === 'number' && !isInt32(value));

/** A result of floating arithmetic as a value: kept a double even where it is whole. */
export const asDouble = (n: number): Numeric => (isInt32(n) ? new Double(n) : n);

/** A whole result as the smallest integer type that holds it and is no smaller than `wide` asks. */
export function asInteger(n: bigint, wide: boolean): Numeric {
  if (BigInt.asIntN(64, n) !== n)
    throw new CommandError(2, 'Failed to apply arithmetic to 64-bit integers: overflow');
  return !wide && BigInt.asIntN(32, n) === n ? Number(n) : Long.fromBigInt(n);
}

type Arithmetic = '+' | '-' | '*';

/** `a op b` with the original's types: double wins, else long; two ints become a long only on overflow. */
export function arithmetic(op: Arithmetic, a: Numeric, b: Numeric): Numeric {
  if (isDouble(a) || isDouble(b)) return asDouble(onDoubles(op, toDouble(a), toDouble(b)));
  if (typeof a === 'number' && typeof b === 'number') {
    const n = onDoubles(op, a, b);
    if (Number.isSafeInteger(n)) return isInt32(n + 0) ? n + 0 : Long.fromNumber(n);
  }
  return asInteger(onBigInts(op, toBigInt(a), toBigInt(b)), true);
}

export const toBigInt = (value: Numeric): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(Math.trunc(toDouble(value)));

function onDoubles(op: Arithmetic, a: number, b: number): number {
  return op === '+' ? a + b : op === '-' ? a - b : a * b;
}

function onBigInts(op: Arithmetic, a: bigint, b: bigint): bigint {
  return op === '+' ? a + b : op === '-' ? a - b : a * b;
}
