const SLOTS = 4096;
const known: (FieldName | undefined)[] = new Array<FieldName | undefined>(SLOTS).fill(undefined);

/** A field's name with the bytes it has in a document, so that looking for it makes no string. */
export interface FieldName {
  readonly text: string;
  readonly bytes: Buffer;
}

export const fieldName = (text: string): FieldName => ({ text, bytes: Buffer.from(text, 'utf8') });

/** The field that every document has. */
export const ID = fieldName('_id');

/** Whether the name at `start..end` of `bytes` is `name`. */
export function sameName(bytes: Buffer, start: number, end: number, name: Buffer): boolean {
  const length = end - start;
  if (length !== name.length) return false;
  for (let i = 0; i < length; i++) if (bytes[start + i] !== name[i]) return false;
  return true;
}

/**
 * The name at `start..end` as a string. Documents of a collection have the same few names, so the last name of
 * each hash slot is kept: a known name costs no allocation and stays an interned property key.
 */
export function readName(bytes: Buffer, start: number, end: number): string {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (hash * 31 + (bytes[i] as number)) | 0;
  const slot = hash & (SLOTS - 1);
  const kept = known[slot];
  if (kept !== undefined && sameName(bytes, start, end, kept.bytes)) return kept.text;
  const text = bytes.toString('utf8', start, end);
  if (end - start <= 64) known[slot] = fieldName(text);
  return text;
}
