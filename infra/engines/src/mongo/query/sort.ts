import { isNumeric, toDouble } from '../bson/numbers.js';
import { isDoc, type Value } from '../bson/values.js';
import { badValue, CommandError } from '../errors.js';
import { keyOf } from '../order/compare.js';
import { KeyWriter } from '../order/key-writer.js';
import { type Path, pathOf } from './paths.js';
import { sortValues } from './sort-values.js';
import type { Source } from './source.js';

export interface SortField {
  path: Path;
  descending: boolean;
}

/** Reads a sort specification; an empty one gives no fields. */
export function parseSort(spec: Value): SortField[] {
  if (spec === undefined) return [];
  if (!isDoc(spec)) throw new CommandError(14, 'Expected sort to be an object');
  return Object.entries(spec).map(([name, order]) => {
    const direction = isNumeric(order) ? toDouble(order) : 0;
    if (direction !== 1 && direction !== -1) {
      throw new CommandError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    if (name === '' || name.startsWith('$'))
      throw badValue(`FieldPath field names may not be empty or start with '$'`);
    return { path: pathOf(name), descending: direction === -1 };
  });
}

const writer = new KeyWriter();

/** The key a document is sorted by. In an array the lowest element counts, descending the highest. */
function sortKey(source: Source, fields: readonly SortField[]): string {
  writer.start();
  for (const { path, descending } of fields) {
    const at = writer.position;
    writer.value(extreme(sortValues(source, path), descending));
    if (descending) writer.invert(at);
  }
  return writer.finish();
}

function extreme(values: Value[], highest: boolean): Value {
  if (values.length === 1) return values[0];
  const keyed = values.map((value) => ({ value, key: keyOf(value) }));
  return keyed.reduce((best, next) => (next.key < best.key !== highest ? next : best)).value;
}

/** The items in the order of the sort; equal ones stay as they were. */
export function sorted<T>(
  items: readonly T[],
  fields: readonly SortField[],
  sourceOf: (item: T) => Source,
): T[] {
  const keyed = items.map((item) => ({ item, key: sortKey(sourceOf(item), fields) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}
