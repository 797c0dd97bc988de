import { serialize } from 'bson';
import type { Raw } from './raw.js';
import type { Doc, Value } from './values.js';

/** Encodes a document; fields that are `undefined` are left out. */
export function encodeDoc(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Encodes one value (not `undefined`) so that it can be put into a document. */
export function encodeValue(value: Value): Raw {
  const bytes = encodeDoc({ '': value });
  return { type: bytes[4] as number, bytes, start: 6, end: bytes.length - 1 };
}

/** The bytes, copied unless they have a piece of memory to themselves. */
export const asOwn = (bytes: Buffer): Buffer =>
  bytes.length === bytes.buffer.byteLength ? bytes : ownBytes(bytes);

/** A copy with memory of its own: a slice would keep the whole message alive it came in. */
export function ownBytes(bytes: Uint8Array, start = 0, end = bytes.length): Buffer {
  const own = Buffer.allocUnsafeSlow(end - start);
  own.set(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end));
  return own;
}
