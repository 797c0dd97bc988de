import { Double } from 'bson';
import { decodeRare } from './decode-rare.js';
import { readName } from './names.js';
import type { Raw } from './raw.js';
import { BsonType } from './types.js';
import { type Doc, isInt32, type Value } from './values.js';
import { Walker } from './walker.js';

/** Deeper documents are refused at the door, so that no recursion here can end the stack. */
export const MAX_DEPTH = 180;

/** Decodes the document at `at`. Types that are not kept (Decimal128, code, symbols) are refused. */
export function decodeDoc(bytes: Buffer, at = 0): Doc {
  const doc: Doc = {};
  const walker = new Walker(bytes, at);
  while (walker.next()) {
    const name = readName(bytes, walker.nameStart, walker.nameEnd);
    const value = decodeAt(bytes, walker.type, walker.start, walker.end);
    if (name === '__proto__') Object.defineProperty(doc, name, { value, enumerable: true, writable: true });
    else doc[name] = value;
  }
  return doc;
}

export function decodeArray(bytes: Buffer, at = 0): Value[] {
  const values: Value[] = [];
  const walker = new Walker(bytes, at);
  while (walker.next()) values.push(decodeAt(bytes, walker.type, walker.start, walker.end));
  return values;
}

export const decodeRaw = (raw: Raw): Value => decodeAt(raw.bytes, raw.type, raw.start, raw.end);

/** Decodes one value of `type` that lies at `start..end`. */
export function decodeAt(bytes: Buffer, type: number, start: number, end: number): Value {
  switch (type) {
    case BsonType.string:
      return bytes.toString('utf8', start + 4, end - 1);
    case BsonType.int:
      return bytes.readInt32LE(start);
    case BsonType.double: {
      const n = bytes.readDoubleLE(start);
      return isInt32(n) ? new Double(n) : n;
    }
    case BsonType.bool:
      return bytes[start] === 1;
    case BsonType.null:
      return null;
    case BsonType.object:
      return decodeDoc(bytes, start);
    case BsonType.array:
      return decodeArray(bytes, start);
    case BsonType.date:
      return new Date(bytes.readInt32LE(start + 4) * 0x1_0000_0000 + bytes.readUInt32LE(start));
    default:
      return decodeRare(bytes, type, start, end);
  }
}
