import { ObjectId } from 'bson';
import { checkId, MAX_DOCUMENT_BYTES } from '../bson/check.js';
import { Draft } from '../bson/draft.js';
import { asOwn, encodeValue, ownBytes } from '../bson/encode.js';
import { fieldOf } from '../bson/find-field.js';
import { ID } from '../bson/names.js';
import type { Raw } from '../bson/raw.js';
import { show } from '../bson/show.js';
import { CommandError } from '../errors.js';
import { applyChange } from './change.js';
import { beginsWithId, idOf, keepId } from './keep-id.js';
import type { Modification } from './modification.js';

/** The document after an update: the very same buffer if nothing changed. The `_id` cannot change. */
export function modify(bytes: Buffer, modification: Modification, now: Date): Buffer {
  const id = fieldOf(bytes, 0, ID) as Raw;
  if (modification.kind === 'replacement' && beginsWithId(modification.document, id)) {
    const { document } = modification;
    return bytes.compare(document.bytes, document.start, document.end) === 0
      ? bytes
      : ownBytes(document.bytes, document.start, document.end);
  }
  const draft = changed(bytes, modification, { now, insert: false });
  keepId(draft, id, modification.kind);
  const after = draft.toBytes();
  if (after === bytes || after.equals(bytes)) return bytes;
  checkSize(after);
  return asOwn(after);
}

/** The document an upsert inserts, from what the filter says it must equal; it gets an `_id` if it has none. */
export function modifyForInsert(base: Buffer, modification: Modification, now: Date): Buffer {
  const id = fieldOf(base, 0, ID);
  const draft = changed(base, modification, { now, insert: true });
  if (id !== undefined) keepId(draft, id, modification.kind);
  return withId(draft);
}

/** Finishes a document for insertion: with an `_id`, which comes first. */
export function withId(draft: Draft): Buffer {
  const at = draft.find(ID);
  if (at < 0) draft.prepend(ID, encodeValue(new ObjectId()));
  else {
    checkId(draft.at(at));
    if (at > 0) draft.toFront(at);
  }
  const bytes = draft.toBytes();
  checkSize(bytes);
  return asOwn(bytes);
}

function changed(
  before: Buffer,
  modification: Modification,
  { now, insert }: { now: Date; insert: boolean },
): Draft {
  switch (modification.kind) {
    case 'replacement': {
      const { bytes, start } = modification.document;
      return new Draft(bytes, start);
    }
    case 'pipeline':
      return modification.pipeline(new Draft(before), now);
    case 'operators': {
      const draft = new Draft(before);
      const context = { now, id: () => show(idOf(draft)) };
      for (const change of modification.changes) {
        if (insert || !change.onlyOnInsert) applyChange(draft, change, context);
      }
      return draft;
    }
  }
}

function checkSize(bytes: Buffer): void {
  if (bytes.length <= MAX_DOCUMENT_BYTES) return;
  throw new CommandError(17419, `Resulting document after update is larger than ${MAX_DOCUMENT_BYTES}`);
}
