import { isObject, type Json } from '../json.js';

/** The texts at a path of a source, in order, through lists and objects. */
export function sourceTexts(source: Json, path: string): string[] {
  let found: Json[] = [source];
  for (const part of path.split('.'))
    found = found.flatMap((value) =>
      flat(value).flatMap((each) => (isObject(each) ? [each[part] ?? null] : [])),
    );
  return found
    .flatMap(flat)
    .filter((value) => value !== null && typeof value !== 'object')
    .map(String);
}

const flat = (value: Json): Json[] => (Array.isArray(value) ? value.flatMap(flat) : [value]);
