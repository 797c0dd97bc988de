import type { Json } from '../json.js';
import { valueInterval } from '../query/field-value.js';
import type { Scope } from '../query/scope.js';
import type { SearchRequest } from './read-search.js';
import type { SortKey } from './sort-key.js';
import { readSortNumber, type SortValue } from './sort-value.js';

/** Reads `search_after` by the order it belongs to. */
export function afterValues(
  scope: Scope,
  keys: readonly SortKey[] | undefined,
  { after, from, sort }: SearchRequest,
): readonly SortValue[] | undefined {
  if (!after) return undefined;
  const wrong = (reason: string) => scope.refuse(reason, 'illegal_argument_exception');
  if (from > 0) throw wrong('`from` parameter must be set to 0 when `search_after` is used.');
  if (!keys) throw wrong('Sort must contain at least one field.');
  if (keys.length !== after.length)
    throw wrong(`search_after has ${after.length} value(s) but sort has ${keys.length}.`);
  return after.map((value, at) => {
    const key = keys[at];
    const name = sort?.[at]?.name ?? '';
    const read = key && readValue(scope, key, { value, isNumber: name === '_score' || name === '_doc' });
    if (read === undefined) throw wrong(`Failed to parse search_after value for field [${name}].`);
    return read;
  });
}

function readValue(
  scope: Scope,
  key: SortKey,
  { value, isNumber }: { readonly value: Json; readonly isNumber: boolean },
): SortValue | undefined {
  if (!key.field && !isNumber) return value === null ? null : String(value);
  const number = readSortNumber(value, key.field);
  // Scores are single-precision numbers, written shorter than they are.
  if (number !== undefined && !key.field) return Math.fround(number);
  if (number !== undefined || !key.field || typeof value !== 'string') return number;
  return valueInterval(scope, key.field, value).low;
}
