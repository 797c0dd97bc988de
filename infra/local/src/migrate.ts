import { join } from 'node:path';
import { applyMigrations } from './apply-migrations.js';
import { migrationFolders } from './migration-folders.js';

/** `npm run migrate`: brings the databases on DATABASE_URL's server up to date. */
const serverUrl = process.env.DATABASE_URL;
if (serverUrl === undefined || serverUrl === '') {
  console.error(
    'DATABASE_URL is not set: give the address of a PostgreSQL server on which databases may be created, such as postgres://user:password@localhost:5432/postgres.',
  );
  process.exitCode = 1;
} else {
  const folders = migrationFolders(process.env.EVENKEEL_ROOT || join(import.meta.dirname, '..', '..', '..'));
  await applyMigrations(folders, { serverUrl, env: process.env, log: (line) => console.log(line) });
}
