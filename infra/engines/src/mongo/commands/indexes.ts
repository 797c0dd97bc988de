import { encodeDoc } from '../bson/encode.js';
import { showDoc } from '../bson/show.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import type { Collection } from '../store/collection.js';
import { describeIndex, type IndexSpec } from '../store/index-spec.js';
import type { Request } from '../wire/request.js';
import { type Command, type Context, countField } from './context.js';
import { collectionOf, namespaceOf } from './namespace.js';

export const sameKey = (a: IndexSpec, b: Doc) =>
  JSON.stringify(Object.entries(a.key)) === JSON.stringify(Object.entries(b));

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
export function existing(request: Request, context: Context): { collection: Collection; ns: string } {
  const ns = namespaceOf(request);
  const collection = collectionOf(request, context);
  if (collection !== undefined) return { collection, ns };
  throw new CommandError(26, `ns does not exist: ${ns}`);
}
