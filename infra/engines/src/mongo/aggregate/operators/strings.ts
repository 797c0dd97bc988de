import { Double, Long, ObjectId } from 'bson';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { CommandError } from '../../errors.js';
import { argumentsOf, unary, variadic } from '../arguments.js';
import { type Evaluate, isNothing, type Operator, typeName } from '../evaluate.js';

export const STRINGS: Record<string, Operator> = {
  $concat: variadic((values) => {
    if (values.some(isNothing)) return null;
    const wrong = values.find((value) => typeof value !== 'string');
    if (wrong !== undefined)
      throw new CommandError(16702, `$concat only supports strings, not ${typeName(wrong)}`);
    return values.join('');
  }),
  $toLower: unary('$toLower', (value) => ascii(value, 'toLowerCase')),
  $toUpper: unary('$toUpper', (value) => ascii(value, 'toUpperCase')),
  $strLenCP: unary('$strLenCP', (value) => {
    if (typeof value === 'string') return [...value].length;
    throw new CommandError(34471, `$strLenCP requires a string argument, found: ${typeName(value)}`);
  }),
  $substrCP: (argument, compile) => {
    const [text, start, length] = argumentsOf('$substrCP', argument, 3).map(compile) as [
      Evaluate,
      Evaluate,
      Evaluate,
    ];
    return (scope) => {
      const from = position(start(scope));
      return [...asText(text(scope))].slice(from, from + position(length(scope))).join('');
    };
  },
  $toString: unary('$toString', (value) => (isNothing(value) ? null : asText(value))),
};

/** Like the original, only the letters A to Z change their case. */
const ascii = (value: Value, way: 'toLowerCase' | 'toUpperCase') =>
  asText(value).replace(/[A-Za-z]+/g, (letters) => letters[way]());

function asText(value: Value): string {
  if (isNothing(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || value instanceof Long) return String(value);
  if (value instanceof Double) return String(value.value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  throw new CommandError(16007, `can't convert from BSON type ${typeName(value)} to String`);
}

function position(value: Value): number {
  const n = isNumeric(value) ? toDouble(value) : -1;
  if (Number.isInteger(n) && n >= 0) return n;
  throw new CommandError(34450, `$substrCP: starting index and length must be non-negative integers`);
}
