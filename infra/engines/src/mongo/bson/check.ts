import { CommandError, notImplemented } from '../errors.js';
import { MAX_DEPTH } from './decode.js';
import type { Raw } from './raw.js';
import { BsonType, typeAlias } from './types.js';
import { Walker } from './walker.js';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/**
 * Looks through a whole document before it is kept: every element fits, nothing is too deep or too large, and no
 * type is in it that the stand-in could not compare (Decimal128, code, symbols, pointers, undefined).
 */
export function checkDocument(bytes: Buffer, at = 0): void {
  const size = bytes.readInt32LE(at);
  if (size > MAX_DOCUMENT_BYTES) {
    throw new CommandError(
      10334,
      `BSONObj size: ${size} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
    );
  }
  checkNested(bytes, at, 1);
}

function checkNested(bytes: Buffer, at: number, depth: number): void {
  if (depth > MAX_DEPTH) throw new CommandError(15, 'BSONObj exceeded maximum nested object depth: 180');
  const walker = new Walker(bytes, at);
  while (walker.next()) checkType(bytes, walker.type, walker.start, depth);
}

function checkType(bytes: Buffer, type: number, start: number, depth: number): void {
  switch (type) {
    case BsonType.object:
    case BsonType.array:
      checkNested(bytes, start, depth + 1);
      return;
    case BsonType.undefined:
    case BsonType.dbPointer:
    case BsonType.code:
    case BsonType.symbol:
    case BsonType.codeWithScope:
    case BsonType.decimal:
      throw notImplemented(`keeping the BSON type ${typeAlias(type)}`);
  }
}

/** The original's rule for what may be an `_id`. */
export function checkId(raw: Raw): void {
  if (raw.type !== BsonType.array && raw.type !== BsonType.regex && raw.type !== BsonType.undefined) return;
  throw new CommandError(53, `The '_id' value cannot be of type ${typeAlias(raw.type)}`);
}
