import type { BSONRegExp } from 'bson';
import { BsonType } from '../bson/types.js';
import { typeOf, type Value } from '../bson/values.js';
import { badValue, notImplemented } from '../errors.js';
import { keyOf } from '../order/compare.js';
import type { Test } from './paths.js';

/** A regular expression given as a value. */
export function matches(operand: Value): Test {
  const { pattern, options } = operand as BSONRegExp;
  const key = keyOf(operand);
  const fits = patternTest(pattern, options);
  return (value) => fits(value) || (typeOf(value) === BsonType.regex && keyOf(value) === key);
}

/** Whether a string fits a pattern. Options i, m, s and u mean the same here and there; others are refused. */
export function patternTest(pattern: string, options: string): Test {
  for (const option of options) {
    if (!'imsux'.includes(option)) throw badValue(` invalid flag in regex options: ${option}`);
    if (option === 'x') throw notImplemented('the regex option x');
  }
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern, options.includes('u') ? options : `${options}u`);
  } catch {
    compiled = looseRegExp(pattern, options);
  }
  return (value) => typeof value === 'string' && compiled.test(value);
}

/** Without the flag u, escapes that mean nothing stand for themselves, as they do in the original. */
function looseRegExp(pattern: string, options: string): RegExp {
  try {
    return new RegExp(pattern, options.replace('u', ''));
  } catch (error) {
    throw Object.assign(badValue(`Regular expression is invalid: ${(error as Error).message}`), {
      code: 51091,
    });
  }
}
