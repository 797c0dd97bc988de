import { endOfName, invalid, type Raw, valueEnd } from './raw.js';

/** Steps through the elements of one document without decoding them; throws InvalidBSON where one does not fit. */
export class Walker {
  type = 0;
  nameStart = 0;
  nameEnd = 0;
  start = 0;
  end = 0;
  readonly bytes: Buffer;
  private readonly last: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    const size = bytes.readInt32LE(at);
    this.last = at + size - 1;
    if (size < 5 || this.last >= bytes.length) throw invalid();
    this.end = at + 4;
  }

  next(): boolean {
    const at = this.end;
    if (at >= this.last) return false;
    this.type = this.bytes[at] as number;
    this.nameStart = at + 1;
    this.nameEnd = endOfName(this.bytes, at + 1);
    this.start = this.nameEnd + 1;
    this.end = valueEnd(this.bytes, this.type, this.start);
    if (this.end > this.last) throw invalid();
    return true;
  }

  raw(): Raw {
    return { type: this.type, bytes: this.bytes, start: this.start, end: this.end };
  }
}
