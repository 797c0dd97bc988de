import { Binary, BSONRegExp, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { notImplemented } from '../errors.js';
import { endOfName } from './raw.js';
import { BsonType, typeAlias } from './types.js';
import type { Value } from './values.js';

export function decodeRare(bytes: Buffer, type: number, start: number, end: number): Value {
  switch (type) {
    case BsonType.objectId:
      return new ObjectId(bytes.subarray(start, end));
    case BsonType.long:
      return new Long(bytes.readInt32LE(start), bytes.readInt32LE(start + 4));
    case BsonType.timestamp:
      return new Timestamp({ i: bytes.readUInt32LE(start), t: bytes.readUInt32LE(start + 4) });
    case BsonType.binary: {
      const subtype = bytes[start + 4] as number;
      // The obsolete subtype 2 repeats its length inside.
      return new Binary(bytes.subarray(start + (subtype === 2 ? 9 : 5), end), subtype);
    }
    case BsonType.regex: {
      const middle = endOfName(bytes, start);
      return new BSONRegExp(
        bytes.toString('utf8', start, middle),
        bytes.toString('utf8', middle + 1, end - 1),
      );
    }
    case BsonType.minKey:
      return new MinKey();
    case BsonType.maxKey:
      return new MaxKey();
    default:
      throw notImplemented(`BSON type ${typeAlias(type)}`);
  }
}
