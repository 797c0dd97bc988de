import { type Doc, isDoc, type Value } from '../bson/values.js';
import type { FieldTree } from '../query/projection.js';

/** The document with only (`include`) or without the fields of a tree, in their order. */
export function pruneDoc(doc: Doc, fields: FieldTree, include: boolean): Doc {
  const pruned: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const chosen = fields.get(name);
    if (chosen === undefined || chosen === true) {
      if ((chosen === true) === include) pruned[name] = value;
      continue;
    }
    const inside = pruneValue(value, chosen, include);
    if (inside !== undefined) pruned[name] = inside;
  }
  return pruned;
}

function pruneValue(value: Value, fields: FieldTree, include: boolean): Value {
  if (isDoc(value)) return pruneDoc(value, fields, include);
  if (!Array.isArray(value)) return include ? undefined : value;
  return value
    .map((element) => pruneValue(element, fields, include))
    .filter((element) => element !== undefined);
}
