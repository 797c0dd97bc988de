import { runner } from 'node-pg-migrate';
import pg from 'pg';

export interface MigrateOptions {
  readonly databaseUrl: string;
  /** Folder of `0001-what-it-does.sql` files, applied in order, each once. */
  readonly dir: string;
  /** Where the applied ones are remembered; a second set of migrations in one database needs another table. */
  readonly table?: string;
  readonly log?: (line: string) => void;
}

/** Brings a database up to date and returns the names of the migrations that were applied. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const applied = await runner({
    databaseUrl: options.databaseUrl,
    dir: options.dir,
    direction: 'up',
    migrationsTable: options.table ?? 'schema_migrations',
    checkOrder: true,
    singleTransaction: true,
    log: options.log ?? (() => undefined),
    verbose: false,
  });
  return applied.map((migration) => migration.name);
}

/** Creates the database unless it is there (needs CREATEDB) and returns its URL. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name for a database`);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database "${name}"`);
  } catch (error) {
    // Another process made it between the question and the command, or at the same moment.
    const isThere = error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? '');
    if (!isThere) throw error;
  } finally {
    await client.end();
  }
  return databaseUrl(serverUrl, name);
}

/** The URL of a database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
