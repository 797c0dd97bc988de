import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { migrateService } from '@evenkeel/messaging';
import { type Database, ensureDatabase, migrate, openDatabase } from '@evenkeel/postgres';
import { addressOf } from './test-engine.js';

/** A database that exists for one test file. */
export interface ThrowAwayDatabase {
  readonly url: string;
  readonly db: Database;
  /** Closes it and removes it from the server, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Makes a database of its own on the server of `DATABASE_URL`, with the messaging tables and the migrations of
 * `migrationsDir` (a folder, or the URL of one relative to the test).
 */
export async function throwAwayDatabase(options: {
  readonly migrationsDir: string | URL;
  /** Without the messaging tables, for a database that takes no part in it. */
  readonly plain?: boolean;
}): Promise<ThrowAwayDatabase> {
  const server = addressOf('DATABASE_URL');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = await ensureDatabase(server, name);
  const given = options.migrationsDir;
  const dir = given instanceof URL ? fileURLToPath(given) : given;
  await (options.plain ? migrate : migrateService)({ databaseUrl: url, dir });
  // A dropped database ends the idle connections of the pool; that is meant.
  const db = openDatabase({ url, onIdleError: () => undefined });
  return {
    url,
    db,
    async drop() {
      await db.close();
      const admin = openDatabase({ url: server, max: 1 });
      try {
        await admin.query({ text: `drop database if exists "${name}" with (force)` });
      } finally {
        await admin.close();
      }
    },
  };
}
