import { decodeRaw } from '../bson/decode.js';
import { fieldOf } from '../bson/find-field.js';
import { ID } from '../bson/names.js';
import type { Doc, Value } from '../bson/values.js';
import { compileFilter } from '../query/matcher.js';
import { select } from '../query/select.js';
import type { Collection } from '../store/collection.js';
import type { Store } from '../store/store.js';
import { modify, modifyForInsert } from '../update/apply.js';
import type { Modification } from '../update/modification.js';
import { upsertBase } from '../update/upsert.js';
import type { Command } from './context.js';
import { namespaceOf } from './namespace.js';
import { parseUpdate, type UpdateStatement } from './parse-update.js';
import { eachStatement, isOrdered, listOf, writeReply } from './statements.js';

export const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  refused: ['let'],
  run: (request, { store }) => {
    const ns = namespaceOf(request);
    const now = new Date();
    const upserted: Doc[] = [];
    let n = 0;
    let nModified = 0;
    const errors = eachStatement(listOf(request, 'updates'), isOrdered(request), (raw, index) => {
      const statement = parseUpdate(raw);
      const done = updateMatching(store, ns, { ...statement, now });
      n += done.matched;
      nModified += done.modified;
      if (done.upsertedId !== undefined) upserted.push({ index, _id: done.upsertedId });
    });
    return writeReply({ n, nModified, ...(upserted.length === 0 ? {} : { upserted }) }, errors);
  },
};

interface Done {
  matched: number;
  modified: number;
  upsertedId?: Value;
}

function updateMatching(
  store: Store,
  ns: string,
  { filter, modification, upsert, multi, now }: UpdateStatement & { now: Date },
): Done {
  const collection = store.collection(ns);
  if (collection === undefined) compileFilter(filter);
  const docs = collection === undefined ? [] : select(collection, { filter, limit: multi ? 0 : 1 }).docs;
  if (collection === undefined || docs.length === 0) {
    if (!upsert) return { matched: 0, modified: 0 };
    const inserted = upsertNew(store, store.ensure(ns), { filter, modification, now });
    return { matched: 1, modified: 0, upsertedId: idOf(inserted) };
  }
  let modified = 0;
  for (const doc of docs) {
    const after = modify(doc.bytes, modification, now);
    if (after === doc.bytes) continue;
    store.replace(collection, doc, after);
    modified++;
  }
  return { matched: docs.length, modified };
}

/** Inserts what an update finds nothing for; answers the document. */
export function upsertNew(
  store: Store,
  collection: Collection,
  { filter, modification, now }: { filter: Doc; modification: Modification; now: Date },
): Buffer {
  const bytes = modifyForInsert(upsertBase(filter), modification, now);
  store.insert(collection, bytes);
  return bytes;
}

function idOf(bytes: Buffer): Value {
  const raw = fieldOf(bytes, 0, ID);
  return raw === undefined ? undefined : decodeRaw(raw);
}
