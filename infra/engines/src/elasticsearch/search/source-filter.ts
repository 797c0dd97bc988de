import { parsing } from '../errors.js';
import { isObject, type Json, type JsonObject, RawJson } from '../json.js';
import { namePattern } from '../name-pattern.js';
import { Options } from '../options.js';

/** What of a source is shown. */
export interface SourceFilter {
  readonly show: boolean;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
}

export const wholeSource: SourceFilter = { show: true, includes: [], excludes: [] };

/** Reads `_source`: yes or no, one path, a list of paths, or an object of `includes` and `excludes`. */
export function readSourceFilter(json: Json | undefined): SourceFilter {
  if (json === undefined || json === true) return wholeSource;
  if (json === false) return { ...wholeSource, show: false };
  if (!isObject(json)) return { ...wholeSource, includes: texts(json) };
  const options = new Options('_source', json);
  const includes = options.strings('includes') ?? options.strings('include') ?? [];
  const excludes = options.strings('excludes') ?? options.strings('exclude') ?? [];
  options.done();
  return { show: true, includes, excludes };
}

const texts = (json: Json): string[] =>
  (Array.isArray(json) ? json : [json]).map((path) => {
    if (typeof path === 'string') return path;
    throw parsing('[_source] expected a text or a list of texts');
  });

/** The part of a source that is shown; `undefined` if none of it is. */
export function shownSource(
  source: string,
  { show, includes, excludes }: SourceFilter,
): RawJson | JsonObject | undefined {
  if (!show) return undefined;
  if (includes.length + excludes.length === 0) return new RawJson(source);
  const wanted = includes.map(namePattern);
  const unwanted = excludes.map(namePattern);
  const parsed = JSON.parse(source) as JsonObject;
  return keep(parsed, '', { included: wanted.length === 0, wanted, unwanted }) ?? {};
}

interface Choice {
  /** Whether something above was included already. */
  readonly included: boolean;
  readonly wanted: readonly ((path: string) => boolean)[];
  readonly unwanted: readonly ((path: string) => boolean)[];
}

function keep(object: JsonObject, path: string, choice: Choice): JsonObject | undefined {
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(object)) {
    const inner = path ? `${path}.${key}` : key;
    if (choice.unwanted.some((test) => test(inner))) continue;
    const included = choice.included || choice.wanted.some((test) => test(inner));
    const part = keepValue(value, inner, { ...choice, included });
    if (part !== undefined) kept[key] = part;
  }
  return Object.keys(kept).length > 0 || choice.included ? kept : undefined;
}

function keepValue(value: Json, path: string, choice: Choice): Json | undefined {
  if (isObject(value)) return keep(value, path, choice);
  if (!Array.isArray(value)) return choice.included ? value : undefined;
  const parts = value.map((each) => keepValue(each, path, choice)).filter((each) => each !== undefined);
  return parts.length > 0 || choice.included ? parts : undefined;
}
