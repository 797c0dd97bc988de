import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_AT = 8 * 1024 * 1024;

/** Opens the file for appending, making its folder, and returns the descriptor. */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'a');
}

/** Moves a log that grew large aside (one generation is kept), so that logs do not fill the disk. */
export function rotateLog(path: string): void {
  if (existsSync(path) && statSync(path).size > ROTATE_AT) renameSync(path, `${path}.1`);
}

/** Bytes in the log now; a later `logSince` reads from here. */
export function logSize(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/** What was written to the log after `offset`, at most its last `limit` bytes. */
export function logSince(path: string, offset: number, limit = 64 * 1024): string {
  if (!existsSync(path)) return '';
  const size = statSync(path).size;
  const start = Math.max(offset, size - limit);
  if (size <= start) return '';
  const buffer = Buffer.alloc(size - start);
  const fd = openSync(path, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, start));
  } finally {
    closeSync(fd);
  }
}

/** The last lines of a log, for an error message. */
export function logTail(path: string, offset: number, lines = 12): string {
  return logSince(path, offset, 16 * 1024)
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .join('\n');
}
