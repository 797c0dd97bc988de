import { open, rename } from 'node:fs/promises';
import { encodeDoc } from '../bson/encode.js';
import type { Catalog } from './catalog.js';
import { describeIndex } from './index-spec.js';
import { removeOldFiles, snapshotPath } from './log-files.js';
import { Entry, type EntryKind, HEADER, writeEntry } from './log-format.js';

const CHUNK = 1024 * 1024;

interface SnapshotEntry {
  kind: EntryKind;
  collection: number;
  body: Buffer;
}

/**
 * Writes all documents of this moment as the beginning of a new generation, while the process goes on serving: bytes
 * in memory are never changed, so the list of them is a snapshot. Older files are removed once it is on disk.
 */
export async function writeSnapshot(dir: string, generation: number, catalog: Catalog): Promise<void> {
  const entries = snapshotOf(catalog);
  const path = snapshotPath(dir, generation);
  const file = await open(`${path}.tmp`, 'w');
  try {
    let room = Buffer.allocUnsafeSlow(CHUNK);
    let filled = 0;
    for (const entry of entries) {
      const size = HEADER + entry.body.length;
      if (filled + size > room.length) {
        await file.writeFile(room.subarray(0, filled));
        filled = 0;
        if (size > room.length) room = Buffer.allocUnsafeSlow(size);
      }
      filled = writeEntry(room, filled, entry);
    }
    await file.writeFile(room.subarray(0, filled));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.tmp`, path);
  await syncFolder(dir);
  removeOldFiles(dir, generation);
}

function snapshotOf(catalog: Catalog): SnapshotEntry[] {
  return [...catalog.byName.values()].flatMap(({ id, ns, docs, indexes }) => {
    const entry = (kind: EntryKind, body: Buffer): SnapshotEntry => ({ kind, collection: id, body });
    return [
      entry(Entry.create, encodeDoc({ ns })),
      ...indexes.slice(1).map(({ spec }) => entry(Entry.addIndex, encodeDoc(describeIndex(spec)))),
      ...Array.from(docs, ({ bytes }) => entry(Entry.put, bytes)),
    ];
  });
}

/** Makes the new name itself durable. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
