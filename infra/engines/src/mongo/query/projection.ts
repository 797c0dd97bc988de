import { Draft } from '../bson/draft.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { BsonType } from '../bson/types.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, notImplemented } from '../errors.js';

/** Which fields of a document: whole ones, or parts of those that have a tree of their own. */
export type FieldTree = Map<string, FieldTree | true>;

/** A projection that only says which fields to show (`include`) or to hide. */
interface Projection {
  include: boolean;
  fields: FieldTree;
}

/** Reads a projection of find. Computed fields, `$slice`, `$elemMatch`, `$meta` and `.$` are refused. */
export function parseProjection(spec: Value): Projection | undefined {
  if (spec === undefined) return undefined;
  if (!isDoc(spec)) throw new CommandError(14, 'Expected projection to be an object');
  const flat = flatten(spec, '');
  if (flat.length === 0) return undefined;
  const decisive = flat.find(({ path }) => path !== '_id') ?? flat[0];
  const include = decisive?.show === true;
  const fields: FieldTree = new Map();
  for (const { path, show } of flat) {
    if (path === '_id') continue;
    if (show !== include) {
      if (include)
        throw new CommandError(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
      throw new CommandError(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
    }
    addPath(fields, path);
  }
  const id = flat.find(({ path }) => path === '_id')?.show;
  if (include ? id !== false : id === false) fields.set('_id', true);
  return { include, fields };
}

function flatten(spec: Doc, prefix: string): { path: string; show: boolean }[] {
  return Object.entries(spec).flatMap(([name, value]) => {
    const path = prefix + name;
    if (name === '' || name.startsWith('$') || path.includes('.$')) {
      throw notImplemented(`the projection {${path}: …}`);
    }
    if (typeof value === 'boolean') return [{ path, show: value }];
    if (isNumeric(value)) return [{ path, show: toDouble(value) !== 0 }];
    if (isDoc(value) && Object.keys(value).length > 0) return flatten(value, `${path}.`);
    throw notImplemented(`a computed field (${path}) in a projection of find`);
  });
}

/** Adds a dotted path to a tree; two paths of which one is inside the other are refused. */
export function addPath(tree: FieldTree, path: string): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let node = tree;
  names.forEach((name, i) => {
    const next = node.get(name) ?? new Map<string, FieldTree | true>();
    if (next === true) {
      const rest = [...names.slice(i + 1), last].join('.');
      throw new CommandError(31249, `Path collision at ${path} remaining portion ${rest}`);
    }
    node.set(name, next);
    node = next;
  });
  if (node.has(last)) throw new CommandError(31250, `Path collision at ${path}`);
  node.set(last, true);
}

/** The document as the projection shows it; its fields keep their bytes and their order. */
export function project(bytes: Buffer, { include, fields }: Projection): Buffer {
  const draft = new Draft(bytes);
  prune(draft, fields, include);
  return draft.toBytes();
}

function prune(draft: Draft, fields: FieldTree, include: boolean): void {
  for (let i = draft.length - 1; i >= 0; i--) {
    const chosen = fields.get(draft.nameAt(i));
    if (chosen === undefined || chosen === true) {
      if ((chosen === true) !== include) draft.remove(i);
    } else if (!pruneInside(draft, i, { fields: chosen, include })) draft.remove(i);
  }
}

/** Projects what is inside a document or an array; answers whether anything is to stay. */
function pruneInside(draft: Draft, i: number, { fields, include }: Projection): boolean {
  switch (draft.typeAt(i)) {
    case BsonType.object:
      prune(draft.childAt(i), fields, include);
      return true;
    case BsonType.array: {
      const list = draft.childAt(i);
      for (let at = list.length - 1; at >= 0; at--)
        if (!pruneInside(list, at, { fields, include })) list.remove(at);
      return true;
    }
    default:
      return !include;
  }
}
