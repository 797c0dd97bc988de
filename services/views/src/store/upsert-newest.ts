import mongoose, { type Model } from 'mongoose';

const DUPLICATE_KEY = 11_000;

export interface Versioned {
  readonly _id: string;
  readonly version: number;
}

/** Upserts documents of which only the newest version counts. */
export async function upsertNewest<D extends Versioned>(
  model: Model<D>,
  documents: readonly D[],
): Promise<void> {
  const newest = new Map<string, D>();
  for (const document of documents) {
    if ((newest.get(document._id)?.version ?? -1) < document.version) newest.set(document._id, document);
  }
  await bulkUnlessThere(
    model,
    [...newest.values()].map((document) => ({
      replaceOne: {
        filter: { _id: document._id, version: { $lt: document.version } },
        replacement: document,
        upsert: true,
      },
    })),
  );
}

/**
 * Does guarded writes. An upsert whose guard does not let it through matches nothing, so it runs into the primary key:
 * that is the guard at work, not an error.
 */
export async function bulkUnlessThere<D>(model: Model<D>, writes: readonly object[]): Promise<void> {
  if (writes.length === 0) return;
  try {
    await model.collection.bulkWrite(writes as never, { ordered: false });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
    const errors = [error.writeErrors].flat();
    if (errors.some((one) => one.code !== DUPLICATE_KEY)) throw error;
  }
}
