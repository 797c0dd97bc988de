import { type FieldName, sameName } from './names.js';
import { endOfName, type Raw, valueEnd } from './raw.js';

/** Position of the element called `name` in the document at `at` (that of its type byte), or -1. */
function findField(bytes: Buffer, at: number, name: FieldName): number {
  const last = at + bytes.readInt32LE(at) - 1;
  let pos = at + 4;
  while (pos < last) {
    const nameEnd = endOfName(bytes, pos + 1);
    if (sameName(bytes, pos + 1, nameEnd, name.bytes)) return pos;
    pos = valueEnd(bytes, bytes[pos] as number, nameEnd + 1);
  }
  return -1;
}

/** The value of the field called `name`, where it lies; undefined if the document has no such field. */
export function fieldOf(bytes: Buffer, at: number, name: FieldName): Raw | undefined {
  const pos = findField(bytes, at, name);
  if (pos < 0) return undefined;
  const type = bytes[pos] as number;
  const start = pos + 2 + name.bytes.length;
  return { type, bytes, start, end: valueEnd(bytes, type, start) };
}
