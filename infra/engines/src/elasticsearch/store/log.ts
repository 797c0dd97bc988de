import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LogRecord } from './record.js';
import { fromLine, toLine } from './record-line.js';

/** What a log held, and where its whole part ends. */
export interface LogContent {
  readonly records: LogRecord[];
  /** Bytes behind the last whole record that were left out. */
  readonly torn: number;
}

const fileOf = (dir: string) => join(dir, 'log');

/**
 * Reads the log of a folder. A last record that is not whole was being written when the process died and was never
 * acknowledged: it is left out. A broken record before others is damage, and throws.
 */
export function readLog(dir: string): LogContent {
  const file = fileOf(dir);
  if (!existsSync(file)) return { records: [], torn: 0 };
  const bytes = readFileSync(file);
  const records: LogRecord[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const record = fromLine(bytes.toString('utf8', start, end));
    if (!record) {
      if (bytes.indexOf(10, end + 1) < 0) break;
      throw new Error(
        `${file} is damaged at byte ${start}: restore it, or remove the folder and index again`,
      );
    }
    records.push(record);
    start = end + 1;
  }
  return { records, torn: bytes.length - start };
}

/** A log that is being written. A record is with the operating system, and so survives a kill, once `append` returns. */
export class Log {
  private readonly file: number;
  private length: number;

  /** Begins a new log with these records in place of the old, which stays until the new is whole on disk. */
  constructor(dir: string, records: Iterable<LogRecord>) {
    const draft = `${fileOf(dir)}.new`;
    this.file = openSync(draft, 'w');
    this.length = 0;
    let lines = '';
    for (const record of records) {
      lines += toLine(record);
      if (lines.length > 1_000_000) {
        this.write(lines);
        lines = '';
      }
    }
    this.write(lines);
    fsyncSync(this.file);
    renameSync(draft, fileOf(dir));
    const folder = openSync(dir, 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  /** Writes one record; if the disk is full, throws and leaves the log as it was. */
  append(record: LogRecord): void {
    this.write(toLine(record));
  }

  close(): void {
    fsyncSync(this.file);
    closeSync(this.file);
  }

  private write(lines: string): void {
    const bytes = Buffer.from(lines, 'utf8');
    try {
      for (let written = 0; written < bytes.length; )
        written += writeSync(this.file, bytes, written, bytes.length - written, this.length + written);
    } catch (error) {
      ftruncateSync(this.file, this.length);
      throw error;
    }
    this.length += bytes.length;
  }
}
