import { isNumeric, toDouble } from '../bson/numbers.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { addPath, type FieldTree } from '../query/projection.js';
import { DocSource, type Source } from '../query/source.js';
import { pruneDoc } from './prune.js';
import { addField, type ComputedFields, setFields } from './set-fields.js';

interface Entry {
  path: string;
  /** Whether to show the field, or the expression that computes it. */
  what: boolean | { expression: Value };
}

/** Compiles `$project`: fields to show, fields to compute, or fields to hide. */
export function compileProject(spec: Value): (source: Source, now: Date) => Source {
  if (!isDoc(spec) || Object.keys(spec).length === 0) {
    throw new CommandError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  const entries = flatten(spec, '');
  const decisive = entries.find(({ path }) => path !== '_id') ?? entries[0];
  const include = decisive?.what !== false;
  const shown: FieldTree = new Map();
  const computed: ComputedFields = new Map();
  for (const { path, what } of entries) {
    if (path === '_id' && typeof what === 'boolean') continue;
    if (typeof what !== 'boolean') {
      if (!include) throw mixed(path);
      addField(computed, path, what.expression);
    } else if (what === include) addPath(shown, path);
    else throw mixed(path);
  }
  const id = entries.find(({ path }) => path === '_id')?.what;
  if (include ? id !== false && typeof id !== 'object' : id === false) shown.set('_id', true);
  return (root, now) => {
    const pruned = pruneDoc(root.doc(), shown, include);
    return new DocSource(
      computed.size === 0 ? pruned : setFields(pruned, computed, { root, now, variables: {} }),
    );
  };
}

const mixed = (path: string) =>
  new CommandError(
    31254,
    `Invalid $project :: caused by :: Cannot mix showing and hiding fields, in '${path}'`,
  );

function flatten(spec: Doc, prefix: string): Entry[] {
  return Object.entries(spec).flatMap(([name, value]): Entry[] => {
    const path = prefix + name;
    if (isDoc(value) && Object.keys(value).length === 0) {
      throw new CommandError(
        51270,
        `An empty sub-projection is not a valid value. Found empty object at path ${path}`,
      );
    }
    if (typeof value === 'boolean') return [{ path, what: value }];
    if (isNumeric(value)) return [{ path, what: toDouble(value) !== 0 }];
    if (isDoc(value) && !(Object.keys(value)[0]?.startsWith('$') ?? true)) return flatten(value, `${path}.`);
    return [{ path, what: { expression: value } }];
  });
}
