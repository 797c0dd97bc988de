import { type Binary, type BSONRegExp, Long, type ObjectId, type Timestamp } from 'bson';
import { type Numeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { KeyBytes } from './key-bytes.js';
import { Rank, rankOf } from './rank.js';

const END = 0x00;

/**
 * Writes values as bytes whose order is BSON order: comparing two keys byte by byte compares the values. No key is
 * the beginning of another one, so keys of several fields can be put one behind the other.
 */
export class KeyWriter extends KeyBytes {
  value(value: Value): void {
    const rank = rankOf(value);
    if (rank === Rank.number) {
      this.number(rank, toDouble(value as Numeric), value instanceof Long ? value : undefined);
    } else if (rank === Rank.date) this.number(rank, (value as Date).getTime());
    else {
      this.byte(rank);
      this.body(rank, value);
    }
  }

  private body(rank: number, value: Value): void {
    switch (rank) {
      case Rank.string:
        this.text(value as string);
        break;
      case Rank.bool:
        this.byte(value === true ? 1 : 0);
        break;
      case Rank.objectId:
        this.plain((value as ObjectId).id, 0, 12);
        break;
      case Rank.array:
        for (const element of value as Value[]) this.value(element);
        this.byte(END);
        break;
      case Rank.object:
        this.fields(value as Doc);
        break;
      case Rank.timestamp:
        this.uints((value as Timestamp).high >>> 0, (value as Timestamp).low >>> 0);
        break;
      case Rank.binary:
        this.binary(value as Binary);
        break;
      case Rank.regex:
        this.text((value as BSONRegExp).pattern);
        this.text((value as BSONRegExp).options);
        break;
    }
  }

  /** Documents compare field by field: type, then name, then value. */
  private fields(doc: Doc): void {
    for (const [name, value] of Object.entries(doc)) {
      this.byte(rankOf(value));
      this.text(name);
      this.value(value);
    }
    this.byte(END);
  }

  private binary(value: Binary): void {
    this.uints(value.position, value.sub_type);
    this.plain(value.buffer, 0, value.position);
  }
}
