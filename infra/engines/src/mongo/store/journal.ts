import { closeSync, fdatasync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { type EntryKind, HEADER, writeEntry } from './log-format.js';

/** What was handed to the operating system reaches the disk within this time. */
const SYNC_EVERY_MS = 50;
const ROOM = 256 * 1024;
const ROOM_KEPT = 4 * 1024 * 1024;

/**
 * The file that changes are appended to. Records are gathered until `flush`, which hands them to the operating
 * system in one write: from then on they survive the death of this process. The disk is synced a little later, once
 * for all writes of that time.
 */
export class Journal {
  private fd: number;
  private room = Buffer.allocUnsafeSlow(ROOM);
  private filled = 0;
  private written: number;
  private timer: NodeJS.Timeout | undefined;
  private readonly onFailure: (error: Error) => never;

  /** `onFailure` is called when a write did not succeed; it must end the process, for memory is ahead of the disk. */
  constructor(path: string, written: number, onFailure: (error: Error) => never) {
    this.fd = openSync(path, 'a');
    this.written = written;
    this.onFailure = onFailure;
  }

  /** Bytes in this file. */
  get size(): number {
    return this.written;
  }

  append(kind: EntryKind, collection: number, body: Uint8Array): void {
    const end = this.filled + HEADER + body.length;
    if (end > this.room.length) this.grow(end);
    this.filled = writeEntry(this.room, this.filled, { kind, collection, body });
  }

  /** Hands everything gathered to the operating system. */
  flush(): void {
    if (this.filled === 0) return;
    try {
      for (let at = 0; at < this.filled; ) at += writeSync(this.fd, this.room, at, this.filled - at);
    } catch (error) {
      this.onFailure(error as Error);
    }
    this.written += this.filled;
    this.filled = 0;
    if (this.room.length > ROOM_KEPT) this.room = Buffer.allocUnsafeSlow(ROOM);
    this.timer ??= setTimeout(() => this.sync(), SYNC_EVERY_MS).unref();
  }

  /** Flushes, and waits for the disk. */
  flushToDisk(): void {
    this.flush();
    try {
      fdatasyncSync(this.fd);
    } catch (error) {
      this.onFailure(error as Error);
    }
  }

  /** Goes on in another, empty file; what is in this one is on disk afterwards. */
  moveTo(path: string): void {
    this.close();
    this.fd = openSync(path, 'a');
    this.written = 0;
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.flushToDisk();
    clearTimeout(this.timer);
    this.timer = undefined;
    closeSync(this.fd);
  }

  private sync(): void {
    const { fd } = this;
    this.timer = undefined;
    fdatasync(fd, (error) => {
      // The file may have been synced and closed by moveTo meanwhile.
      if (error !== null && fd === this.fd) this.onFailure(error);
    });
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.room.length, least));
    this.room.copy(larger, 0, 0, this.filled);
    this.room = larger;
  }
}
