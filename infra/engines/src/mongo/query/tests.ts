import { MaxKey, MinKey } from 'bson';
import { BsonType } from '../bson/types.js';
import { typeOf, type Value } from '../bson/values.js';
import { badValue, notImplemented } from '../errors.js';
import { compareValues, keyOf } from '../order/compare.js';
import { Rank, rankOf } from '../order/rank.js';
import type { Test } from './paths.js';
import { matches } from './patterns.js';

type Comparison = '$gt' | '$gte' | '$lt' | '$lte';

const isNaNValue = (value: Value) => rankOf(value) === Rank.number && Number.isNaN(Number(value));

/** Equality of a filter: null also stands for a field that is not there. */
export function equals(operand: Value): Test {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  const key = keyOf(operand);
  const rank = rankOf(operand);
  if (typeof operand === 'number') {
    return (value) => value === operand || (rankOf(value) === rank && keyOf(value) === key);
  }
  return (value) => rankOf(value) === rank && keyOf(value) === key;
}

/** A comparison of a filter: it only holds within one type. */
export function compares(operator: Comparison, operand: Value, path: string): Test {
  if (operand instanceof MinKey || operand instanceof MaxKey)
    throw notImplemented(`${operator} with MinKey or MaxKey`);
  if (typeOf(operand) === BsonType.regex) {
    throw badValue(`Can't have RegEx as arg to predicate over field '${path}'.`);
  }
  const orEqual = operator === '$gte' || operator === '$lte';
  if (operand === null || operand === undefined) return orEqual ? equals(null) : () => false;
  if (isNaNValue(operand)) return orEqual ? isNaNValue : () => false;
  const rank = rankOf(operand);
  const sign = operator === '$gt' || operator === '$gte' ? 1 : -1;
  return (value) => {
    if (rankOf(value) !== rank || isNaNValue(value)) return false;
    const order = compareValues(value, operand) * sign;
    return order > 0 || (orEqual && order === 0);
  };
}

/** Whether a value is one of the list: an exact one, or a string that one of its patterns fits. */
export function isIn(operands: Value[]): Test {
  const patterns = operands
    .filter((value) => typeOf(value) === BsonType.regex)
    .map((value) => matches(value));
  const keys = new Set(operands.map(keyOf));
  const missing = operands.includes(null);
  return (value) =>
    value === undefined ? missing : keys.has(keyOf(value)) || patterns.some((pattern) => pattern(value));
}
