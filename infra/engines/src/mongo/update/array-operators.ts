import { BSONRegExp } from 'bson';
import { decodeRaw } from '../bson/decode.js';
import { encodeValue } from '../bson/encode.js';
import type { Raw } from '../bson/raw.js';
import { typeAlias } from '../bson/types.js';
import { isDoc, type Value } from '../bson/values.js';
import { badValue } from '../errors.js';
import { distinctValues, keyOf } from '../order/compare.js';
import { isOperators } from '../query/conditions.js';
import { compileFilter } from '../query/matcher.js';
import { DocSource } from '../query/source.js';
import type { Apply, UpdateOperator } from './change.js';
import { each, elementsOf, push } from './push.js';

export const ARRAY_OPERATORS: Record<'$push' | '$addToSet' | '$pull' | '$pullAll', UpdateOperator> = {
  $push: { creates: true, read: push },
  $addToSet: { creates: true, read: addToSet },
  $pull: {
    creates: false,
    read: (argument) => without('$pull', pulled(decodeRaw(argument))),
  },
  $pullAll: {
    creates: false,
    read: (argument) => {
      const values = decodeRaw(argument);
      if (!Array.isArray(values))
        throw badValue(`$pullAll requires an array argument but was given a ${typeAlias(argument.type)}`);
      const keys = new Set(values.map(keyOf));
      return without('$pullAll', (element) => keys.has(keyOf(element)));
    },
  },
};

function addToSet(argument: Raw): Apply {
  const value = decodeRaw(argument);
  const added = isDoc(value) && '$each' in value ? each('$addToSet', value.$each) : [value];
  return (current) => {
    const elements = elementsOf(current);
    if (elements === undefined) {
      throw badValue(
        `Cannot apply $addToSet to non-array field. Field has non-array type ${typeAlias(current?.type ?? 0)}`,
      );
    }
    const known = new Set(elements.map(keyOf));
    const fresh = distinctValues(added).filter((element) => !known.has(keyOf(element)));
    if (fresh.length === 0 && current !== undefined) return current;
    return encodeValue([...elements, ...fresh]);
  };
}

/** What `$pull` takes away: elements equal to a value, or those that fit conditions. */
function pulled(condition: Value): (element: Value) => boolean {
  if (isDoc(condition) && !isOperators(condition)) {
    const matches = compileFilter(condition);
    return (element) => isDoc(element) && matches(new DocSource(element));
  }
  if (!isDoc(condition) && !(condition instanceof BSONRegExp)) {
    const key = keyOf(condition);
    return (element) => keyOf(element) === key;
  }
  const matches = compileFilter({ element: condition });
  return (element) => matches(new DocSource({ element }));
}

function without(operator: string, isTaken: (element: Value) => boolean): Apply {
  return (current) => {
    const elements = elementsOf(current);
    if (current === undefined) return current;
    if (elements === undefined) throw badValue(`Cannot apply ${operator} to a non-array value`);
    const kept = elements.filter((element) => !isTaken(element));
    return kept.length === elements.length ? current : encodeValue(kept);
  };
}
