import { crc32 } from 'node:zlib';
import type { LogRecord } from './record.js';

const CHECKSUM = 8;

/**
 * A record as one line: checksum, the record as JSON and, behind a tab, the source of a document as it came. In valid
 * JSON line breaks and tabs only stand between tokens, so that they may become spaces.
 */
export function toLine(record: LogRecord): string {
  const text =
    record.op === 'put'
      ? `${JSON.stringify({ ...record, source: undefined })}\t${record.source.replace(/[\n\r\t]+/g, ' ')}`
      : JSON.stringify(record);
  return `${checksum(text)}${text}\n`;
}

/** Reads a line without its end; `undefined` if it is not whole. */
export function fromLine(line: string): LogRecord | undefined {
  const text = line.slice(CHECKSUM);
  if (line.length < CHECKSUM || line.slice(0, CHECKSUM) !== checksum(text)) return undefined;
  const tab = text.indexOf('\t');
  if (tab < 0) return JSON.parse(text) as LogRecord;
  return { ...(JSON.parse(text.slice(0, tab)) as LogRecord & { op: 'put' }), source: text.slice(tab + 1) };
}

const checksum = (text: string) => crc32(text).toString(16).padStart(CHECKSUM, '0');
