import { crc32 } from 'node:zlib';

/** What a record of the log says; each is about one collection, by its number. */
export const Entry = {
  /** A document was inserted or replaced: the document. */
  put: 1,
  /** A document was removed: `{_id}`. */
  remove: 2,
  /** A collection was made: `{ns}`. */
  create: 3,
  /** A collection was dropped. */
  drop: 4,
  /** It was renamed: `{ns}`; one of that name before it is gone. */
  rename: 5,
  /** An index was added: `{name, key, …}`. */
  addIndex: 6,
  /** An index was dropped: `{name}`. */
  dropIndex: 7,
} as const;

export type EntryKind = (typeof Entry)[keyof typeof Entry];

/** length (of what follows the checksum), checksum, kind, collection. */
export const HEADER = 13;
const KIND_AT = 8;
/** No record is longer: a document has at most 16 MB. */
const MOST = 17 * 1024 * 1024;

export interface LogEntry {
  kind: number;
  collection: number;
  /** A view into the file's buffer: copy it to keep it. */
  body: Buffer;
  /** Where the next record begins. */
  next: number;
}

/** Writes one record at `at`, where there is room for `HEADER + body.length` bytes; answers where it ends. */
export function writeEntry(
  into: Buffer,
  at: number,
  { kind, collection, body }: { kind: EntryKind; collection: number; body: Uint8Array },
): number {
  const end = at + HEADER + body.length;
  into[at + KIND_AT] = kind;
  into.writeUInt32LE(collection, at + KIND_AT + 1);
  into.set(body, at + HEADER);
  into.writeUInt32LE(HEADER - KIND_AT + body.length, at);
  into.writeUInt32LE(crc32(into.subarray(at + KIND_AT, end)), at + 4);
  return end;
}

/** The record at `at`; `'torn'` if the buffer ends before it does, `'damaged'` if its checksum is wrong. */
export function readEntry(from: Buffer, at: number): LogEntry | 'torn' | 'damaged' {
  if (at + HEADER > from.length) return 'torn';
  const length = from.readUInt32LE(at);
  const next = at + KIND_AT + length;
  if (length < HEADER - KIND_AT || length > MOST) return 'damaged';
  if (next > from.length) return 'torn';
  if (crc32(from.subarray(at + KIND_AT, next)) !== from.readUInt32LE(at + 4)) return 'damaged';
  return {
    kind: from[at + KIND_AT] as number,
    collection: from.readUInt32LE(at + KIND_AT + 1),
    body: from.subarray(at + HEADER, next),
    next,
  };
}
