import type { Long } from 'bson';

const STRING_END = 0x01;
const ESCAPE = 0xff;

const float = new Float64Array(1);
const floatBytes = new Uint8Array(float.buffer);

/** A growing buffer of key bytes, and the forms of the pieces that keys are made of. */
export class KeyBytes {
  private bytes = Buffer.allocUnsafe(4096);
  private at = 0;

  /** Starts a new key. */
  start(): this {
    this.at = 0;
    return this;
  }

  get position(): number {
    return this.at;
  }

  /** The key as a string with one character a byte: engines compare and hash such strings fast. */
  finish(): string {
    return this.bytes.toString('latin1', 0, this.at);
  }

  /** Turns the order around of what was written since `from`, for a descending field. */
  invert(from: number): void {
    for (let i = from; i < this.at; i++) this.bytes[i] = ~(this.bytes[i] as number);
  }

  /** A whole number below 2^48, so that equal keys of different documents stay apart. */
  sequence(n: number): void {
    this.room(6);
    this.at = this.bytes.writeUIntBE(n, this.at, 6);
  }

  byte(n: number): void {
    this.room(1);
    this.bytes[this.at++] = n;
  }

  plain(bytes: Uint8Array, start: number, end: number): void {
    this.room(end - start);
    for (let i = start; i < end; i++) this.bytes[this.at++] = bytes[i] as number;
  }

  /** A number by its nearest double, and by its distance from that if it is an integer beyond 2^53. */
  number(rank: number, n: number, exact?: Long): void {
    this.room(11);
    this.bytes[this.at++] = rank;
    // NaN comes before all numbers, and -0 is 0.
    if (Number.isNaN(n)) {
      this.bytes.fill(0, this.at, this.at + 8);
      this.at += 8;
      return;
    }
    float[0] = n + 0;
    const flip = n < 0 ? 0xff : 0;
    for (let i = 7; i >= 0; i--) this.bytes[this.at++] = (floatBytes[i] as number) ^ flip;
    if (flip === 0) this.bytes[this.at - 8] = (this.bytes[this.at - 8] as number) | 0x80;
    if (Math.abs(n) < 2 ** 53) return;
    const rest = exact === undefined ? 0 : Number(exact.toBigInt() - BigInt(n));
    this.at = this.bytes.writeUInt16BE(rest + 0x8000, this.at);
  }

  text(text: string): void {
    if (text.includes('\0')) {
      const bytes = Buffer.from(text, 'utf8');
      this.utf8(bytes, 0, bytes.length);
      return;
    }
    this.room(3 * text.length + 2);
    this.at += this.bytes.write(text, this.at, 'utf8');
    this.endText();
  }

  /** A text as UTF-8 bytes that lie in a document (without their end). */
  utf8(bytes: Buffer, start: number, end: number): void {
    this.room(2 * (end - start) + 2);
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number;
      this.bytes[this.at++] = byte;
      if (byte === 0) this.bytes[this.at++] = ESCAPE;
    }
    this.endText();
  }

  uints(a: number, b: number): void {
    this.room(8);
    this.at = this.bytes.writeUInt32BE(a, this.at);
    this.at = this.bytes.writeUInt32BE(b, this.at);
  }

  private endText(): void {
    this.bytes[this.at++] = 0;
    this.bytes[this.at++] = STRING_END;
  }

  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * this.bytes.length + size);
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}
