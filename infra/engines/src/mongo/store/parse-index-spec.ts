import { isNumeric, toDouble } from '../bson/numbers.js';
import { show, showDoc } from '../bson/show.js';
import { isDoc, type Value } from '../bson/values.js';
import { CommandError, notImplemented } from '../errors.js';
import type { IndexSpec } from './index-spec.js';

const OTHER_OPTIONS = [
  'expireAfterSeconds',
  'collation',
  'hidden',
  'weights',
  'default_language',
  'wildcardProjection',
];

/** Reads the specification of `createIndexes`. What would not have its effect here is refused. */
export function parseIndexSpec(spec: Value): IndexSpec {
  if (!isDoc(spec)) throw new CommandError(14, 'The elements of the indexes array must be objects');
  const { v, key, name, unique, sparse, background, partialFilterExpression, ...rest } = spec;
  for (const option of Object.keys(rest)) {
    if (OTHER_OPTIONS.includes(option)) throw notImplemented(`the index option ${option}`);
    throw new CommandError(
      197,
      `The field '${option}' is not valid for an index specification. Specification: ${showDoc(spec)}`,
    );
  }
  if (!isDoc(key) || Object.keys(key).length === 0) {
    throw new CommandError(67, 'Index keys cannot be an empty object');
  }
  if (typeof name !== 'string' || name === '') {
    throw new CommandError(9, `The 'name' field is a required property of an index specification`);
  }
  if (partialFilterExpression !== undefined && !isDoc(partialFilterExpression)) {
    throw new CommandError(14, "The field 'partialFilterExpression' must be an object");
  }
  return {
    name,
    key: Object.fromEntries(Object.entries(key).map(([path, order]) => [path, direction(path, order)])),
    unique: flag('unique', unique),
    sparse: flag('sparse', sparse),
    partial: partialFilterExpression,
  };
}

function direction(path: string, order: Value): 1 | -1 {
  if (typeof order === 'string') throw new CommandError(67, `Unknown index plugin '${order}'`);
  if (path === '' || path.startsWith('$') || path.includes('$**')) {
    throw new CommandError(67, `Index key contains an illegal field name: '${path}'`);
  }
  const n = isNumeric(order) ? toDouble(order) : 0;
  if (n === 0) {
    throw new CommandError(67, `Values in v:2 index key pattern cannot be of this kind: ${show(order)}`);
  }
  return n > 0 ? 1 : -1;
}

function flag(name: string, value: Value): boolean {
  if (value === undefined) return false;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return toDouble(value) !== 0;
  throw new CommandError(
    14,
    `The field '${name}' has value ${show(value)}, which is not convertible to bool`,
  );
}
