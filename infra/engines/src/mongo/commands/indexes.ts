import { encodeDoc } from '../bson/encode.js';
import { showDoc } from '../bson/show.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { badValue, CommandError } from '../errors.js';
import type { Collection } from '../store/collection.js';
import { describeIndex, ID_INDEX, type IndexSpec, parseIndexSpec } from '../store/index-spec.js';
import type { Request } from '../wire/request.js';
import { type Command, type Context, collectionOf, countField, namespaceOf } from './context.js';

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
    for (const spec of fresh) store.addIndex(collection, spec);
    return {
      numIndexesBefore,
      numIndexesAfter: collection.indexes.length,
      createdCollectionAutomatically,
      ...(fresh.length === 0 ? { note: 'all indexes already exist' } : {}),
      ok: 1,
    };
  },
};

const sameKey = (a: IndexSpec, b: Doc) =>
  JSON.stringify(Object.entries(a.key)) === JSON.stringify(Object.entries(b));

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

export const listIndexes: Command = {
  fields: ['cursor'],
  run: (request, context) => {
    const { collection, ns } = existing(request, context);
    const cursor = request.args.cursor;
    const size = isDoc(cursor) ? cursor.batchSize : undefined;
    return context.cursors.first({
      ns,
      docs: collection.indexes.map(({ spec }) => encodeDoc(describeIndex(spec))),
      batchSize: size === undefined ? undefined : countField(size, 'cursor.batchSize'),
    });
  },
};

export const dropIndexes: Command = {
  fields: ['index'],
  run: (request, context) => {
    const { collection } = existing(request, context);
    const nIndexesWas = collection.indexes.length;
    for (const name of namesOf(collection, request.args.index)) context.store.dropIndex(collection, name);
    return { nIndexesWas, ok: 1 };
  },
};

function namesOf(collection: Collection, which: Value): string[] {
  if (which === '*') return collection.indexes.slice(1).map(({ spec }) => spec.name);
  const names = isDoc(which)
    ? collection.indexes.filter(({ spec }) => sameKey(spec, which)).map(({ spec }) => spec.name)
    : which;
  if (Array.isArray(names) && names.length === 0)
    throw new CommandError(27, `can't find index with key: ${showDoc(which as Doc)}`);
  return (Array.isArray(names) ? names : [names]).map(String);
}

/** The collection of a command that needs one. Throws NamespaceNotFound. */
function existing(request: Request, context: Context): { collection: Collection; ns: string } {
  const ns = namespaceOf(request);
  const collection = collectionOf(request, context);
  if (collection !== undefined) return { collection, ns };
  throw new CommandError(26, `ns does not exist: ${ns}`);
}
