import mongoose from 'mongoose';
import { createIndexes, type ModelName, type Models, modelsOn } from './models.js';

const SUFFIX = '_rebuilt';
const NAMESPACE_EXISTS = 48;
const NAMESPACE_NOT_FOUND = 26;

/** Read models that are built beside those that are being read. */
export interface Beside {
  /** All models; those that are built anew are empty collections of their own. */
  readonly models: Models;
  /** Puts each new collection into the place of the old one, in one step. */
  swap(): Promise<void>;
  drop(): Promise<void>;
}

/** Opens empty collections beside those of these models. What an earlier build left there is dropped. */
export async function openBeside(models: Models, names: readonly ModelName[]): Promise<Beside> {
  const { connection } = models;
  const anew = modelsOn(connection, names, SUFFIX);
  const collections = names.map((name) => ({ old: models[name].collection.name, fresh: nameIn(anew, name) }));
  const drop = async () => {
    for (const { fresh } of collections) await unless(NAMESPACE_NOT_FOUND, connection.dropCollection(fresh));
  };
  await drop();
  await createIndexes(anew, names);
  // One without an index is not made by making indexes, and an empty one must be there to be swapped.
  for (const { fresh } of collections) await unless(NAMESPACE_EXISTS, connection.createCollection(fresh));
  return {
    models: { ...models, ...anew },
    async swap() {
      for (const { old, fresh } of collections)
        await connection.collection(fresh).rename(old, { dropTarget: true });
    },
    drop,
  };
}

function nameIn(models: Partial<Models>, name: ModelName): string {
  const model = models[name];
  if (!model) throw new Error(`There is no model of ${name}`);
  return model.collection.name;
}

async function unless(code: number, doing: Promise<unknown>): Promise<void> {
  try {
    await doing;
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError && error.code === code)) throw error;
  }
}
