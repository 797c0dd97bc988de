import { showDoc } from '../bson/show.js';
import { badValue, CommandError } from '../errors.js';
import type { Collection } from '../store/collection.js';
import { describeIndex, ID_INDEX, type IndexSpec } from '../store/index-spec.js';
import { parseIndexSpec } from '../store/parse-index-spec.js';
import type { Store } from '../store/store.js';
import type { Command } from './context.js';
import { sameKey } from './indexes.js';
import { namespaceOf } from './namespace.js';

export const createIndexes: Command = {
  fields: ['indexes'],
  refused: ['commitQuorum'],
  run: (request, { store }) => {
    const specs = request.args.indexes;
    if (!Array.isArray(specs) || specs.length === 0)
      throw badValue('Must specify at least one index to create');
    const wanted = specs.map(parseIndexSpec);
    const ns = namespaceOf(request);
    const createdCollectionAutomatically = store.collection(ns) === undefined;
    const collection = store.ensure(ns);
    const numIndexesBefore = collection.indexes.length;
    const fresh = wanted.filter((spec) => !exists(collection, spec));
    addAll(store, collection, fresh);
    return {
      numIndexesBefore,
      numIndexesAfter: collection.indexes.length,
      createdCollectionAutomatically,
      ...(fresh.length === 0 ? { note: 'all indexes already exist' } : {}),
      ok: 1,
    };
  },
};

/** Adds all of them, or, if one cannot be, none. */
function addAll(store: Store, collection: Collection, specs: IndexSpec[]): void {
  const added: IndexSpec[] = [];
  try {
    for (const spec of specs) {
      store.addIndex(collection, spec);
      added.push(spec);
    }
  } catch (error) {
    for (const { name } of added) store.dropIndex(collection, name);
    throw error;
  }
}

const sameOptions = (a: IndexSpec, b: IndexSpec) =>
  showDoc({ ...describeIndex(a), name: '' }) === showDoc({ ...describeIndex(b), name: '' });

/** Whether the collection has just this index; refuses one that has its name, or is it under another name. */
function exists(collection: Collection, spec: IndexSpec): boolean {
  if (sameKey(ID_INDEX, spec.key)) return true;
  for (const { spec: known } of collection.indexes) {
    const same = sameKey(known, spec.key) && sameOptions(known, spec);
    if (known.name !== spec.name && !same) continue;
    if (known.name === spec.name && same) return true;
    const both = `Requested index: ${showDoc(describeIndex(spec))}, existing index: ${showDoc(describeIndex(known))}`;
    if (same)
      throw new CommandError(85, `Index already exists with a different name: ${known.name}. ${both}`);
    throw new CommandError(
      86,
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. ${both}`,
    );
  }
  return false;
}
