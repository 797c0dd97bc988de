import { closeSync, existsSync, openSync, readSync, truncateSync } from 'node:fs';
import { Catalog } from './catalog.js';
import { type LogFiles, listLogFiles, logPath, removeOldFiles, snapshotPath } from './log-files.js';
import { readEntry } from './log-format.js';

const CHUNK = 1024 * 1024;

interface Recovered {
  catalog: Catalog;
  /** The generation whose log is to be continued, and how long that log is. */
  generation: number;
  logBytes: number;
  /** Bytes read in all: how much of them is still needed says whether compacting pays. */
  totalBytes: number;
  /** Bytes of an unfinished last record that were cut off. */
  cutBytes: number;
}

/**
 * Reads a data folder into memory. A record that a killed process left unfinished at the very end was never
 * acknowledged and is cut off; damage anywhere else is an error that names the file, and changes nothing.
 */
export function recover(dir: string): Recovered {
  const files = listLogFiles(dir);
  removeOldFiles(dir, files.base);
  const catalog = new Catalog();
  const generation = files.logs.at(-1) ?? files.base;
  let totalBytes = 0;
  let logBytes = 0;
  let cutBytes = 0;
  for (const path of pathsOf(files)) {
    const { whole, size } = replay(path, catalog);
    totalBytes += whole;
    if (path === logPath(dir, generation)) logBytes = whole;
    if (whole === size) continue;
    if (path !== logPath(dir, generation)) throw damaged(path, whole);
    truncateSync(path, whole);
    cutBytes = size - whole;
  }
  catalog.buildIndexes();
  return { catalog, generation, logBytes, totalBytes, cutBytes };
}

function pathsOf({ dir, base, logs }: LogFiles): string[] {
  const paths = logs.map((generation) => logPath(dir, generation));
  return existsSync(snapshotPath(dir, base)) ? [snapshotPath(dir, base), ...paths] : paths;
}

/** Applies all whole records of a file; answers where they end and how long the file is. */
function replay(path: string, catalog: Catalog): { whole: number; size: number } {
  const fd = openSync(path, 'r');
  let room = Buffer.allocUnsafeSlow(CHUNK);
  let held = 0;
  let whole = 0;
  try {
    for (;;) {
      const length = readSync(fd, room, held, room.length - held, null);
      held += length;
      const used = applyAll(room.subarray(0, held), catalog, (at) => damaged(path, whole + at));
      room.copy(room, 0, used, held);
      whole += used;
      held -= used;
      if (length === 0) return { whole, size: whole + held };
      if (held === room.length) room = Buffer.concat([room], 2 * room.length);
    }
  } finally {
    closeSync(fd);
  }
}

/** Applies the whole records at the beginning of a buffer; answers where they end. */
function applyAll(buffer: Buffer, catalog: Catalog, damagedAt: (at: number) => Error): number {
  let at = 0;
  for (;;) {
    const entry = readEntry(buffer, at);
    if (entry === 'torn') return at;
    if (entry === 'damaged') throw damagedAt(at);
    catalog.apply(entry);
    at = entry.next;
  }
}

const damaged = (path: string, at: number) =>
  new Error(
    `${path} is damaged at byte ${at}: restore it from a copy, or remove the data folder to start empty`,
  );
