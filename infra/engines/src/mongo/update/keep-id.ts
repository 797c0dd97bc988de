import { decodeRaw } from '../bson/decode.js';
import type { Draft } from '../bson/draft.js';
import { ID, sameName } from '../bson/names.js';
import type { Raw } from '../bson/raw.js';
import { show } from '../bson/show.js';
import { Walker } from '../bson/walker.js';
import { CommandError } from '../errors.js';
import { sameValue } from '../order/compare.js';
import type { Modification } from './modification.js';

export function idOf(draft: Draft) {
  const at = draft.find(ID);
  return at < 0 ? null : decodeRaw(draft.at(at));
}

/** Whether a document has this `_id`, and has it first: then it is already as it is kept. */
export function beginsWithId({ bytes, start }: Raw, id: Raw): boolean {
  const first = new Walker(bytes, start);
  if (!first.next() || !sameName(bytes, first.nameStart, first.nameEnd, ID.bytes)) return false;
  return sameRaw(first.raw(), id);
}

/** Puts the `_id` back that a replacement or pipeline left out, and refuses another one. */
export function keepId(draft: Draft, id: Raw, kind: Modification['kind']): void {
  const at = draft.find(ID);
  if (at < 0 && kind !== 'operators') {
    draft.prepend(ID, id);
    return;
  }
  const now = at < 0 ? undefined : draft.at(at);
  if (now !== undefined && sameRaw(now, id)) {
    if (at > 0) draft.toFront(at);
    return;
  }
  if (kind === 'operators') {
    throw new CommandError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  throw new CommandError(
    66,
    `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(idOf(draft))}`,
  );
}

function sameRaw(a: Raw, b: Raw): boolean {
  if (a.bytes.compare(b.bytes, b.start, b.end, a.start, a.end) === 0 && a.type === b.type) return true;
  return sameValue(decodeRaw(a), decodeRaw(b));
}
