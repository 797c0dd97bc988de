import { CommandError } from '../errors.js';
import { BsonType } from './types.js';

/** A value where it lies in a buffer: its type and the bytes `start..end` (without type byte and name). */
export interface Raw {
  type: number;
  bytes: Buffer;
  start: number;
  end: number;
}

export const invalid = () => new CommandError(22, 'BSON: a value does not fit its document');

/** Where the value that starts at `at` ends. Throws InvalidBSON for a type that does not exist. */
export function valueEnd(bytes: Buffer, type: number, at: number): number {
  switch (type) {
    case BsonType.double:
    case BsonType.date:
    case BsonType.long:
    case BsonType.timestamp:
      return at + 8;
    case BsonType.int:
      return at + 4;
    case BsonType.bool:
      return at + 1;
    case BsonType.objectId:
      return at + 12;
    case BsonType.decimal:
      return at + 16;
    case BsonType.null:
    case BsonType.undefined:
    case BsonType.minKey:
    case BsonType.maxKey:
      return at;
    case BsonType.string:
    case BsonType.code:
    case BsonType.symbol:
      return at + 4 + positive(bytes.readInt32LE(at), 1);
    case BsonType.object:
    case BsonType.array:
    case BsonType.codeWithScope:
      return at + positive(bytes.readInt32LE(at), 5);
    case BsonType.binary:
      return at + 5 + positive(bytes.readInt32LE(at), 0);
    case BsonType.regex:
      return endOfName(bytes, endOfName(bytes, at) + 1) + 1;
    default:
      throw new CommandError(22, `BSON: there is no type ${type}`);
  }
}

function positive(length: number, least: number): number {
  if (length < least) throw invalid();
  return length;
}

/** The position of the NUL that ends the name starting at `at`. */
export function endOfName(bytes: Buffer, at: number): number {
  let i = at;
  while (bytes[i] !== 0) if (++i > bytes.length) throw invalid();
  return i;
}
