export const OP_QUERY = 2004;
export const OP_REPLY = 1;
export const OP_MSG = 2013;

export const HEADER_BYTES = 16;
export const MAX_MESSAGE_BYTES = 48_000_000;

/** A peer that does not speak the protocol; its connection is closed. */
export class ProtocolError extends Error {}

/** One message of the wire protocol, header included. */
export interface Frame {
  bytes: Buffer;
  requestId: number;
  opCode: number;
}

/** Cuts the bytes of a connection into messages, however they were split on their way. */
export class FrameSplitter {
  private chunks: Buffer[] = [];
  private held = 0;

  /** The messages that are whole with this chunk. Throws if the peer does not speak the protocol. */
  push(chunk: Buffer): Frame[] {
    this.chunks.push(chunk);
    this.held += chunk.length;
    const frames: Frame[] = [];
    for (let length = this.nextLength(); length > 0 && this.held >= length; length = this.nextLength()) {
      const bytes = this.take(length);
      frames.push({ bytes, requestId: bytes.readInt32LE(4), opCode: bytes.readInt32LE(12) });
    }
    return frames;
  }

  /** Length of the next message, or 0 if not even that is known yet. */
  private nextLength(): number {
    if (this.held < HEADER_BYTES) return 0;
    const length = this.joined(4).readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
      throw new ProtocolError(`a message of ${length} bytes`);
    return length;
  }

  private take(length: number): Buffer {
    const all = this.joined(length);
    const rest = all.subarray(length);
    this.held -= length;
    this.chunks[0] = rest;
    if (rest.length === 0) this.chunks.shift();
    return all.subarray(0, length);
  }

  /** The first chunk, put together with later ones only as far as it is shorter than asked. */
  private joined(least: number): Buffer {
    const [first] = this.chunks;
    if (first !== undefined && first.length >= least) return first;
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}
