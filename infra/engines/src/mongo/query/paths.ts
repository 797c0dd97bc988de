import { type FieldName, fieldName } from '../bson/names.js';
import { isDoc, type Value } from '../bson/values.js';
import { ownField, type Source } from './source.js';

/** A dotted path, taken apart once. */
export interface Path {
  readonly text: string;
  readonly first: FieldName;
  readonly names: readonly FieldName[];
}

const cache = new Map<string, Path>();

export function pathOf(text: string): Path {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const names = text.split('.').map(fieldName);
  const path: Path = { text, first: names[0] as FieldName, names };
  if (cache.size >= 10_000) cache.clear();
  cache.set(text, path);
  return path;
}

export type Test = (value: Value) => boolean;

/**
 * Whether any value that a filter's path leads to passes the test. Arrays on the way are looked into (by position,
 * and through all their documents); with `expand` the elements of an array at the end are tried before the array
 * itself. A path that leads nowhere is tried as `undefined`.
 */
export function anyValue(source: Source, path: Path, expand: boolean, test: Test): boolean {
  const value = source.get(path.first);
  if (path.names.length > 1) return walk(value, path, 1, expand, test);
  return expand && Array.isArray(value) ? value.some(test) || test(value) : test(value);
}

function walk(value: Value, path: Path, depth: number, expand: boolean, test: Test): boolean {
  const name = path.names[depth];
  if (name === undefined) {
    return expand && Array.isArray(value) ? value.some(test) || test(value) : test(value);
  }
  if (Array.isArray(value)) return walkArray(value, path, depth, expand, test);
  return isDoc(value) ? walk(ownField(value, name.text), path, depth + 1, expand, test) : test(undefined);
}

function walkArray(values: Value[], path: Path, depth: number, expand: boolean, test: Test): boolean {
  const last = depth === path.names.length - 1;
  const position = positionOf(path.names[depth]?.text);
  return values.some((element, i) => {
    if (isDoc(element) && walk(element, path, depth, expand, test)) return true;
    if (i !== position) return false;
    if (last) return test(element);
    if (isDoc(element)) return walk(element, path, depth + 1, expand, test);
    return Array.isArray(element) && walkArray(element, path, depth + 1, expand, test);
  });
}

/** The array position a path segment stands for, or -1. */
export function positionOf(segment: string | undefined): number {
  return segment !== undefined && /^(0|[1-9]\d{0,6})$/.test(segment) ? Number(segment) : -1;
}
