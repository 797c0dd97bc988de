import { parsing } from '../errors.js';
import { isObject, type Json } from '../json.js';
import { Options } from '../options.js';

/** One sort condition as it was asked for. */
export interface SortBy {
  readonly name: string;
  readonly descending: boolean;
  /** Which of several values counts; by the order if not given. */
  readonly mode: 'min' | 'max' | undefined;
  readonly missing: Json;
  /** The type a field nobody mapped is taken to have. */
  readonly unmappedType: string | undefined;
}

/** Reads `sort`; `undefined` where there is none, or none but the usual order by score. */
export function readSort(json: Json | undefined): SortBy[] | undefined {
  if (json === undefined) return undefined;
  const sort = (Array.isArray(json) ? json : [json]).flatMap(readOne);
  const [only] = sort;
  if (!only || (sort.length === 1 && only.name === '_score' && only.descending)) return undefined;
  return sort;
}

function readOne(json: Json): SortBy[] {
  if (typeof json === 'string') return [sortBy(json, new Options('sort', {}))];
  if (!isObject(json)) throw parsing('malformed sort format, expected a field name or an object');
  return Object.entries(json).map(([name, how]) =>
    sortBy(name, new Options(`sort ${name}`, typeof how === 'string' ? { order: how } : how)),
  );
}

function sortBy(name: string, options: Options): SortBy {
  const order = options.oneOf('order', ['asc', 'desc']) ?? (name === '_score' ? 'desc' : 'asc');
  const internal = name === '_score' || name === '_doc';
  const mode = internal ? undefined : options.oneOf('mode', ['min', 'max']);
  const missing = internal ? undefined : options.raw('missing');
  const unmappedType = internal ? undefined : options.string('unmapped_type');
  options.done();
  return { name, descending: order === 'desc', mode, missing: missing ?? '_last', unmappedType };
}
