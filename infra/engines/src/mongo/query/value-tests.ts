import { isNumeric, toDouble } from '../bson/numbers.js';
import { BsonType, typeOfAlias } from '../bson/types.js';
import { typeOf, type Value } from '../bson/values.js';
import { badValue, CommandError, failedToParse } from '../errors.js';
import type { Test } from './paths.js';

const NUMBERS = [BsonType.double, BsonType.int, BsonType.long, BsonType.decimal];

/** `$type` with one or several aliases or numbers. */
export function hasType(operand: Value): Test {
  const types = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typesOf));
  return (value) => value !== undefined && types.has(typeOf(value));
}

function typesOf(name: Value): number[] {
  if (name === 'number') return NUMBERS;
  if (typeof name === 'string') {
    const type = typeOfAlias(name);
    if (type === undefined) throw badValue(`Unknown type name alias: ${name}`);
    return [type];
  }
  if (!isNumeric(name)) throw new CommandError(14, 'type must be represented as a number or a string');
  const type = toDouble(name);
  return [type === -1 ? BsonType.minKey : type];
}

/** `$size`: an array of exactly that many elements. */
export function hasSize(operand: Value): Test {
  const size = isNumeric(operand) ? toDouble(operand) : Number.NaN;
  if (!Number.isInteger(size)) throw failedToParse('Failed to parse $size. Expected an integer in: $size');
  if (size < 0) throw failedToParse('Failed to parse $size. Expected a non-negative number in: $size');
  return (value) => Array.isArray(value) && value.length === size;
}

/** `$mod: [divisor, rest]`; both are cut to whole numbers. */
export function leavesRest(operand: Value): Test {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  const [divisor, rest] = operand;
  if (operand.length < 2) throw badValue('malformed mod, not enough elements');
  if (operand.length > 2) throw badValue('malformed mod, too many elements');
  if (!isNumeric(divisor) || !isNumeric(rest))
    throw badValue('malformed mod, divisor and remainder must be numbers');
  const by = Math.trunc(toDouble(divisor));
  if (by === 0) throw badValue('divisor cannot be 0');
  const wanted = Math.trunc(toDouble(rest));
  return (value) =>
    isNumeric(value) && Number.isFinite(toDouble(value)) && Math.trunc(toDouble(value)) % by === wanted;
}
