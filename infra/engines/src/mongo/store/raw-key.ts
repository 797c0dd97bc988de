import { decodeRaw } from '../bson/decode.js';
import { fieldOf } from '../bson/find-field.js';
import type { FieldName } from '../bson/names.js';
import { BsonType } from '../bson/types.js';
import type { KeyWriter } from '../order/key-writer.js';
import { Rank } from '../order/rank.js';

/**
 * Writes a field's value straight from the document's bytes. Answers false, having written nothing, where that
 * does not do: for arrays and the rarer types.
 */
export function writeRawField(writer: KeyWriter, bytes: Buffer, name: FieldName): boolean {
  const raw = fieldOf(bytes, 0, name);
  switch (raw?.type) {
    case undefined:
    case BsonType.null:
      writer.byte(Rank.null);
      return true;
    case BsonType.string:
      writer.byte(Rank.string);
      writer.utf8(bytes, raw.start + 4, raw.end - 1);
      return true;
    case BsonType.int:
      writer.number(Rank.number, bytes.readInt32LE(raw.start));
      return true;
    case BsonType.double:
      writer.number(Rank.number, bytes.readDoubleLE(raw.start));
      return true;
    case BsonType.objectId:
      writer.byte(Rank.objectId);
      writer.plain(bytes, raw.start, raw.end);
      return true;
    case BsonType.date:
    case BsonType.bool:
    case BsonType.long:
      writer.value(decodeRaw(raw));
      return true;
    default:
      return false;
  }
}
