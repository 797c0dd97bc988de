import mongoose, { type Model } from 'mongoose';

const DUPLICATE_KEY = 11_000;

interface Versioned {
  readonly _id: string;
  readonly version: number;
}

/**
 * Upserts documents of which only the newest version counts. One that is older than what is there matches nothing, so
 * its upsert runs into the primary key: that is the guard at work, not an error. Returns how many were written.
 */
export async function upsertNewest<D extends Versioned>(
  model: Model<D>,
  documents: readonly D[],
): Promise<number> {
  const newest = new Map<string, D>();
  for (const document of documents) {
    if ((newest.get(document._id)?.version ?? -1) < document.version) newest.set(document._id, document);
  }
  if (newest.size === 0) return 0;
  try {
    const result = await model.collection.bulkWrite(
      [...newest.values()].map((document) => ({
        replaceOne: {
          filter: { _id: document._id, version: { $lt: document.version } },
          replacement: document,
          upsert: true,
        },
      })) as never,
      { ordered: false },
    );
    return result.modifiedCount + result.upsertedCount;
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
    const errors = [error.writeErrors].flat();
    if (errors.some((one) => one.code !== DUPLICATE_KEY)) throw error;
    return newest.size - errors.length;
  }
}
