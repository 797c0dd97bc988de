import type { Long } from 'bson';
import { Draft } from '../bson/draft.js';
import { encodeValue } from '../bson/encode.js';
import { fieldName } from '../bson/names.js';

export const NAMES = {
  cursor: fieldName('cursor'),
  firstBatch: fieldName('firstBatch'),
  nextBatch: fieldName('nextBatch'),
  id: fieldName('id'),
  ns: fieldName('ns'),
  ok: fieldName('ok'),
  element: fieldName(''),
};

const OK = encodeValue(1);

export function cursorReply(
  name: typeof NAMES.firstBatch,
  batch: Draft,
  { ns, id }: { ns: string; id: Long },
): Draft {
  const cursor = new Draft(undefined);
  cursor.appendDraft(name, batch);
  cursor.append(NAMES.id, encodeValue(id));
  cursor.append(NAMES.ns, encodeValue(ns));
  const reply = new Draft(undefined);
  reply.appendDraft(NAMES.cursor, cursor);
  reply.append(NAMES.ok, OK);
  return reply;
}
