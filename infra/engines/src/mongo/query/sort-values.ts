import { isDoc, type Value } from '../bson/values.js';
import { type Path, positionOf } from './paths.js';
import { ownField, type Source } from './source.js';

/**
 * The values a document is sorted and indexed by at a path: the elements of an array, not the array; null where
 * there is nothing; `undefined` (lower than null) for an empty array.
 */
export function sortValues(source: Source, path: Path): Value[] {
  const value = source.get(path.first);
  if (path.names.length === 1 && !Array.isArray(value)) return [value ?? null];
  const values: Value[] = [];
  collect(value, path, 1, values);
  return values;
}

function collect(value: Value, path: Path, depth: number, values: Value[]): void {
  const name = path.names[depth];
  if (name === undefined) collectLeaf(value, values);
  else if (isDoc(value)) collect(ownField(value, name.text), path, depth + 1, values);
  else if (!Array.isArray(value) || value.length === 0) values.push(null);
  else {
    const position = positionOf(name.text);
    if (position >= 0) collect(value[position], path, depth + 1, values);
    else for (const element of value) collect(isDoc(element) ? element : null, path, depth, values);
  }
}

function collectLeaf(value: Value, values: Value[]): void {
  if (!Array.isArray(value)) values.push(value ?? null);
  else if (value.length === 0) values.push(undefined);
  else for (const element of value) values.push(element ?? null);
}
