import { BSONRegExp } from 'bson';
import { encodeDoc } from '../bson/encode.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { isOperators } from '../query/conditions.js';

/** The fields that a filter says must equal something: what an upsert begins with. */
export function upsertBase(filter: Doc): Buffer {
  const base: Doc = {};
  const set = new Set<string>();
  collect(filter, (path, value) => {
    if (set.has(path)) {
      throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    set.add(path);
    setPath(base, path.split('.'), value);
  });
  return encodeDoc(base);
}

function collect(filter: Doc, add: (path: string, value: Value) => void): void {
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(value)) {
      for (const part of value) if (isDoc(part)) collect(part, add);
    } else if (name === '$or' && Array.isArray(value) && value.length === 1) collect(value[0] as Doc, add);
    else if (name.startsWith('$') || value instanceof BSONRegExp) continue;
    else if (!isOperators(value)) add(name, value);
    else if (Object.hasOwn(value, '$eq')) add(name, value.$eq);
  }
}

function setPath(doc: Doc, names: string[], value: Value): void {
  const [name = '', ...rest] = names;
  if (rest.length === 0) {
    doc[name] = value;
    return;
  }
  const inner = doc[name] ?? {};
  if (!isDoc(inner)) {
    throw new CommandError(
      54,
      `cannot infer query fields to set, both paths '${name}' and '${names.join('.')}' are matched`,
    );
  }
  doc[name] = inner;
  setPath(inner, rest, value);
}
