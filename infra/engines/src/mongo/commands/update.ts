import { decodeRaw } from '../bson/decode.js';
import { fieldOf } from '../bson/find-field.js';
import type { Raw } from '../bson/raw.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { select } from '../query/select.js';
import { type Collection, ID } from '../store/collection.js';
import type { Store } from '../store/store.js';
import { modify, modifyForInsert } from '../update/apply.js';
import { type Modification, parseModification } from '../update/modification.js';
import { upsertBase } from '../update/upsert.js';
import { type Command, namespaceOf } from './context.js';
import {
  eachStatement,
  isOrdered,
  listOf,
  readStatement,
  statementFilter,
  writeReply,
} from './statements.js';

const STATEMENT = {
  path: 'update.updates',
  fields: ['q', 'upsert', 'multi', 'upsertSupplied'],
  refused: ['c', 'collation', 'arrayFilters', 'hint', 'sort'],
};

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

interface UpdateStatement {
  filter: Doc;
  modification: Modification;
  upsert: boolean;
  multi: boolean;
}

function parseUpdate(raw: Raw): UpdateStatement {
  const { args, update: u } = readStatement(raw, STATEMENT);
  if (u === undefined)
    throw new CommandError(40414, "BSON field 'update.updates.u' is missing but a required field");
  const modification = parseModification(u);
  const multi = args.multi === true;
  if (multi && modification.kind === 'replacement') {
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  }
  return {
    filter: statementFilter(args.q, STATEMENT.path),
    modification,
    upsert: args.upsert === true,
    multi,
  };
}

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
