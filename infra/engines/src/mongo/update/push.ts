import { decodeRaw } from '../bson/decode.js';
import { encodeValue } from '../bson/encode.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Raw } from '../bson/raw.js';
import { BsonType, typeAlias } from '../bson/types.js';
import { isDoc, type Value } from '../bson/values.js';
import { badValue } from '../errors.js';
import { compareValues } from '../order/compare.js';
import type { Path } from '../query/paths.js';
import { parseSort, sorted } from '../query/sort.js';
import { DocSource } from '../query/source.js';
import type { Apply } from './change.js';

/** The elements of the field; an empty list if it is not there, undefined if it is something else. */
export function elementsOf(current: Raw | undefined): Value[] | undefined {
  if (current === undefined) return [];
  return current.type === BsonType.array ? (decodeRaw(current) as Value[]) : undefined;
}

/** `$push`, of one value or with `$each`, `$position`, `$sort` and `$slice`. */
export function push(argument: Raw, path: Path): Apply {
  const modifiers = pushModifiers(decodeRaw(argument));
  return (current, { id }) => {
    const elements = elementsOf(current);
    if (elements === undefined) {
      const type = typeAlias(current?.type ?? 0);
      throw badValue(
        `The field '${path.text}' must be an array but is of type ${type} in document {_id: ${id()}}`,
      );
    }
    return encodeValue(pushInto(elements, modifiers));
  };
}

interface PushModifiers {
  each: Value[];
  position?: number;
  slice?: number;
  sort?: Value;
}

function pushModifiers(argument: Value): PushModifiers {
  if (!isDoc(argument) || !('$each' in argument)) return { each: [argument] };
  const modifiers: PushModifiers = { each: each('$push', argument.$each) };
  for (const [name, value] of Object.entries(argument)) {
    if (name === '$each') continue;
    else if (name === '$slice') modifiers.slice = wholeNumber(name, value);
    else if (name === '$position') modifiers.position = wholeNumber(name, value);
    else if (name === '$sort') modifiers.sort = sortClause(value);
    else throw badValue(`Unrecognized clause in $push: ${name}`);
  }
  return modifiers;
}

function sortClause(value: Value): Value {
  if (isDoc(value)) {
    if (Object.keys(value).length === 0)
      throw badValue('The $sort pattern is empty when it should be a set of fields.');
    for (const order of Object.values(value)) sortClause(isDoc(order) ? null : order);
    return value;
  }
  const order = isNumeric(value) ? toDouble(value) : 0;
  if (order !== 1 && order !== -1) throw badValue('The $sort element value must be either 1 or -1');
  return order;
}

function pushInto(elements: Value[], { each: added, position, slice, sort }: PushModifiers): Value[] {
  // A position counts from the end if negative; beyond either end it is that end.
  const at = position ?? elements.length;
  const all = elements.toSpliced(at < 0 ? Math.max(0, elements.length + at) : at, 0, ...added);
  const ordered = sort === undefined ? all : sortElements(all, sort);
  if (slice === undefined) return ordered;
  return slice < 0 ? ordered.slice(slice) : ordered.slice(0, slice);
}

function sortElements(elements: Value[], sort: Value): Value[] {
  if (typeof sort === 'number') return elements.toSorted((a, b) => sort * compareValues(a, b));
  return sorted(elements, parseSort(sort), (element) => new DocSource(isDoc(element) ? element : {}));
}

export function each(operator: string, value: Value): Value[] {
  if (Array.isArray(value)) return value;
  throw badValue(`The argument to $each in ${operator} must be an array`);
}

function wholeNumber(name: string, value: Value): number {
  const n = isNumeric(value) ? toDouble(value) : Number.NaN;
  if (Number.isInteger(n)) return n;
  throw badValue(`The value for ${name} must be an integer value`);
}
