import { show } from '../../bson/show.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { CommandError } from '../../errors.js';
import { unary, variadic } from '../arguments.js';
import { isNothing, type Operator, typeName } from '../evaluate.js';

export const OBJECTS: Record<string, Operator> = {
  $mergeObjects: variadic(mergeDocs),
  $objectToArray: unary('$objectToArray', (value) => {
    if (isNothing(value)) return null;
    if (isDoc(value)) return Object.entries(value).map(([k, v]) => ({ k, v }));
    throw new CommandError(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
  }),
  $arrayToObject: unary('$arrayToObject', (value) => {
    if (isNothing(value)) return null;
    if (!Array.isArray(value)) {
      throw new CommandError(40386, `$arrayToObject requires an array input, found: ${typeName(value)}`);
    }
    return Object.fromEntries(value.map(pair));
  }),
};

/** One document of all, later fields over earlier ones; null and missing add nothing. */
export function mergeDocs(values: Value[]): Doc {
  const merged: Doc = {};
  for (const value of values) {
    if (isNothing(value)) continue;
    if (!isDoc(value)) {
      throw new CommandError(
        40400,
        `$mergeObjects requires object inputs, but input ${show(value)} is of type ${typeName(value)}`,
      );
    }
    Object.assign(merged, value);
  }
  return merged;
}

function pair(element: Value): [string, Value] {
  if (Array.isArray(element) && typeof element[0] === 'string') return [element[0], element[1]];
  if (isDoc(element) && typeof element.k === 'string') return [element.k, element.v];
  throw new CommandError(
    40391,
    '$arrayToObject needs pairs [key, value] or documents {k, v} with string keys',
  );
}
