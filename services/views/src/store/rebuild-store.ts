import type { ReadModel } from '@evenkeel/contracts';
import mongoose from 'mongoose';
import type { Models, RebuildDocument } from './models.js';

const DUPLICATE_KEY = 11_000;

/** Which rebuilds are running or were last, whichever process does or did them. */
export interface RebuildStore {
  find(model: ReadModel): Promise<RebuildDocument | null>;
  /** Takes the rebuild of a model for this process; false when somebody else did since `known` was found. */
  begin(model: ReadModel, key: string, since: { known: RebuildDocument | null; now: Date }): Promise<boolean>;
  /** Lets a key have the rebuild that is being done. */
  join(model: ReadModel, key: string): Promise<void>;
  note(model: ReadModel, documents: number, now: Date): Promise<void>;
  end(model: ReadModel, state: 'done' | 'failed', documents: number): Promise<void>;
}

export function rebuildStore({ rebuilds }: Pick<Models, 'rebuilds'>): RebuildStore {
  const set = async (model: ReadModel, change: Partial<RebuildDocument>) => {
    await rebuilds.updateOne({ _id: model }, { $set: change });
  };
  return {
    find: (model) => rebuilds.findOne({ _id: model }).lean<RebuildDocument>(),
    async begin(model, key, { known, now }) {
      const mine = { state: 'running' as const, documents: 0, keys: [key], startedAt: now, at: now };
      if (known) {
        const { _id, state, at } = known;
        const { modifiedCount } = await rebuilds.updateOne({ _id, state, at }, { $set: mine });
        return modifiedCount === 1;
      }
      try {
        await rebuilds.collection.insertOne({ _id: model, ...mine } as never);
        return true;
      } catch (error) {
        if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    async join(model, key) {
      await rebuilds.updateOne({ _id: model }, { $addToSet: { keys: key } });
    },
    note: (model, documents, now) => set(model, { documents, at: now }),
    end: (model, state, documents) => set(model, { state, documents }),
  };
}
