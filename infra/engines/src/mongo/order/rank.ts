import { isNumeric } from '../bson/numbers.js';
import { BsonType } from '../bson/types.js';
import { typeOf, type Value } from '../bson/values.js';

/**
 * Rank of each type in BSON order. All numbers share a rank, since they compare by value. The bytes 0x00 and 0x01
 * are the ends of lists and strings in a key, so every rank is above them.
 */
export const Rank = {
  minKey: 0x02,
  missing: 0x05,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  binary: 0x3c,
  objectId: 0x46,
  bool: 0x50,
  date: 0x5a,
  timestamp: 0x64,
  regex: 0x6e,
  maxKey: 0xfa,
} as const;

const RANK_OF_TYPE: Readonly<Record<number, number>> = {
  [BsonType.undefined]: Rank.missing,
  [BsonType.null]: Rank.null,
  [BsonType.string]: Rank.string,
  [BsonType.object]: Rank.object,
  [BsonType.array]: Rank.array,
  [BsonType.binary]: Rank.binary,
  [BsonType.objectId]: Rank.objectId,
  [BsonType.bool]: Rank.bool,
  [BsonType.date]: Rank.date,
  [BsonType.timestamp]: Rank.timestamp,
  [BsonType.regex]: Rank.regex,
  [BsonType.minKey]: Rank.minKey,
  [BsonType.maxKey]: Rank.maxKey,
};

/** The rank of a value; values of different rank compare by rank alone. */
export function rankOf(value: Value): number {
  if (typeof value === 'string') return Rank.string;
  return isNumeric(value) ? Rank.number : (RANK_OF_TYPE[typeOf(value)] ?? Rank.maxKey);
}
