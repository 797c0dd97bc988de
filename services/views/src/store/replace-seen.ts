import type { Model } from 'mongoose';
import { bulkUnlessThere, type Versioned } from './upsert-newest.js';

/** The version with which each document was read, by id; what was not there is left out. */
export type Seen = ReadonlyMap<string, number | undefined>;

export const seenOf = (documents: readonly { readonly _id: string; readonly version?: number }[]): Seen =>
  new Map(documents.map(({ _id, version }) => [_id, version]));

/** One that was written without a version is found without one. */
const asSeen = (id: string, seen: Seen) => ({ _id: id, version: seen.get(id) ?? null });

/**
 * Writes documents, whatever their version, over those that were read: what somebody else wrote since then is newer
 * and stays.
 */
export async function replaceSeen<D extends Versioned>(
  model: Model<D>,
  seen: Seen,
  documents: readonly D[],
): Promise<void> {
  await bulkUnlessThere(
    model,
    documents.map((document) => ({
      replaceOne: {
        filter: asSeen(document._id, seen),
        replacement: document,
        upsert: !seen.has(document._id),
      },
    })),
  );
}

/** Removes documents that are still as they were read. */
export async function removeSeen<D extends Versioned>(model: Model<D>, seen: Seen): Promise<void> {
  await bulkUnlessThere(
    model,
    [...seen.keys()].map((id) => ({ deleteOne: { filter: asSeen(id, seen) } })),
  );
}
