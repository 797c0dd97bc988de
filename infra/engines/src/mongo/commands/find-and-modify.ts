import { decodeRaw } from '../bson/decode.js';
import { Draft } from '../bson/draft.js';
import { encodeDoc } from '../bson/encode.js';
import { fieldOf } from '../bson/find-field.js';
import { ID } from '../bson/names.js';
import type { Raw } from '../bson/raw.js';
import { BsonType } from '../bson/types.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError, failedToParse } from '../errors.js';
import { parseProjection, project } from '../query/projection.js';
import { select } from '../query/select.js';
import { parseSort } from '../query/sort.js';
import type { Collection } from '../store/collection.js';
import type { StoredDoc } from '../store/stored-doc.js';
import { modify } from '../update/apply.js';
import { parseModification } from '../update/modification.js';
import type { Request } from '../wire/request.js';
import { type Command, type Context, deadlineOf } from './context.js';
import { filterField } from './find.js';
import { namespaceOf } from './namespace.js';
import { upsertNew } from './update.js';

export const findAndModify: Command = {
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
  refused: ['collation', 'arrayFilters', 'hint', 'let'],
  run: (request, context) => {
    const { args } = request;
    const ns = namespaceOf(request);
    const isRemove = args.remove === true;
    const change = updateOf(request);
    if (isRemove === (change !== undefined)) {
      throw failedToParse(
        isRemove
          ? 'Cannot specify both an update and remove=true'
          : 'Either an update or remove=true must be specified',
      );
    }
    if (isRemove && args.new === true)
      throw failedToParse(
        "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
      );
    const filter = filterField(args.query, 'findAndModify.query');
    const selection = { filter, sort: parseSort(args.sort), limit: 1, deadline: deadlineOf(request) };
    const show = shower(args.fields);
    const collection =
      context.store.collection(ns) ?? (args.upsert === true ? context.store.ensure(ns) : undefined);
    const doc = collection === undefined ? undefined : select(collection, selection).docs[0];
    if (collection === undefined) return answer({ n: 0, updatedExisting: false }, null);
    if (change === undefined) return removeOne(context, collection, { doc, show });
    return updateOne(context, collection, { doc, show, filter, change, args });
  },
};

type Show = (bytes: Buffer) => Buffer;

function shower(fields: Value): Show {
  const projection = parseProjection(fields);
  return projection === undefined ? (bytes) => bytes : (bytes) => project(bytes, projection);
}

/** The update's bytes; a list is a pipeline. */
function updateOf({ raw, args }: Request): Raw | undefined {
  const update = raw.get('update');
  if (update !== undefined || args.update === undefined) return update;
  throw failedToParse('Update argument must be either an object or an array');
}

function removeOne(
  { store }: Context,
  collection: Collection,
  { doc, show }: { doc: StoredDoc | undefined; show: Show },
): Draft {
  if (doc === undefined) return answer({ n: 0 }, null);
  store.remove(collection, doc);
  return answer({ n: 1 }, show(doc.bytes));
}

function updateOne(
  { store }: Context,
  collection: Collection,
  {
    doc,
    show,
    filter,
    change,
    args,
  }: { doc: StoredDoc | undefined; show: Show; filter: Doc; change: Raw; args: Doc },
): Draft {
  const modification = parseModification(change);
  const now = new Date();
  const wantsNew = args.new === true;
  if (doc === undefined) {
    if (args.upsert !== true) return answer({ n: 0, updatedExisting: false }, null);
    const bytes = upsertNew(store, collection, { filter, modification, now });
    const id = fieldOf(bytes, 0, ID);
    if (id === undefined) throw new CommandError(8, 'an upserted document has no _id');
    return answer({ n: 1, updatedExisting: false, upserted: decodeRaw(id) }, wantsNew ? show(bytes) : null);
  }
  const before = doc.bytes;
  const after = modify(before, modification, now);
  if (after !== before) store.replace(collection, doc, after);
  return answer({ n: 1, updatedExisting: true }, show(wantsNew ? after : before));
}

function answer(lastErrorObject: Doc, value: Buffer | null): Draft {
  const reply = new Draft(encodeDoc({ lastErrorObject, value: null, ok: 1 }));
  if (value !== null) reply.replace(1, { type: BsonType.object, bytes: value, start: 0, end: value.length });
  return reply;
}
