import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { makeDataDir, removeDataDir, startStandIn } from '../alone/stand-in.js';

const { MongoClient } = mongoose.mongo;

/** The server under test: the one that `MONGO_URL` names, or else a stand-in of its own. */
export interface Target {
  url: string;
  client: mongoose.mongo.MongoClient;
  /** A database of this test alone; it is dropped at the end. */
  db: mongoose.mongo.Db;
  close: () => Promise<void>;
}

export async function openTarget(): Promise<Target> {
  const original = process.env.MONGO_URL;
  const dataDir = original === undefined ? await makeDataDir() : undefined;
  const standIn = dataDir === undefined ? undefined : await startStandIn(dataDir);
  const url = original ?? standIn?.url ?? '';
  const client = await new MongoClient(url, { retryWrites: false }).connect();
  const db = client.db(`contract_${randomBytes(6).toString('hex')}`);
  return {
    url,
    client,
    db,
    close: async () => {
      await db.dropDatabase();
      await client.close();
      await standIn?.stop();
      if (dataDir !== undefined) await removeDataDir(dataDir);
    },
  };
}

interface ServerError {
  code: number;
  codeName?: string;
  message: string;
  keyPattern?: object;
  keyValue?: object;
}

/** The server's error that a promise is rejected with; fails if it is not. */
export async function serverError(promise: Promise<unknown>): Promise<ServerError> {
  const failed = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failed instanceof mongoose.mongo.MongoServerError) return failed as unknown as ServerError;
  throw new Error(`expected an error of the server, got ${String(failed)}`);
}
