import { Binary, BSONRegExp, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { BsonType } from './types.js';

/**
 * A BSON value in memory, without loss: a `number` is exactly what the BSON library would write for it (int32
 * if it is a whole number that fits, else double); a double that looks like an int32 is a `Double`, every 64-bit
 * integer a `Long`. `undefined` is a field that is not there.
 */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  | Date
  | ObjectId
  | Binary
  | Long
  | Double
  | Timestamp
  | BSONRegExp
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

export interface Doc {
  [field: string]: Value;
}

export function isDoc(value: Value): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}

/** Whether bson (and JavaScript) would write this number as an int32. */
export const isInt32 = (n: number): boolean => (n | 0) === n && !Object.is(n, -0);

/** The BSON type byte of a value; `undefined` is type 6, which is also what a missing field counts as. */
export function typeOf(value: Value): number {
  switch (typeof value) {
    case 'number':
      return isInt32(value) ? BsonType.int : BsonType.double;
    case 'string':
      return BsonType.string;
    case 'boolean':
      return BsonType.bool;
    case 'undefined':
      return BsonType.undefined;
    default:
      return typeOfObject(value);
  }
}

function typeOfObject(value: object | null): number {
  if (value === null) return BsonType.null;
  if (Array.isArray(value)) return BsonType.array;
  if (value instanceof Date) return BsonType.date;
  if (value instanceof ObjectId) return BsonType.objectId;
  if (value instanceof Double) return BsonType.double;
  // A Timestamp is a Long by inheritance: ask for it first.
  if (value instanceof Timestamp) return BsonType.timestamp;
  if (value instanceof Long) return BsonType.long;
  if (value instanceof Binary) return BsonType.binary;
  if (value instanceof BSONRegExp) return BsonType.regex;
  if (value instanceof MinKey) return BsonType.minKey;
  if (value instanceof MaxKey) return BsonType.maxKey;
  return BsonType.object;
}
