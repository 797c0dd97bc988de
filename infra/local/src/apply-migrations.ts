import { migrateService } from '@evenkeel/messaging';
import { ensureDatabase, migrate } from '@evenkeel/postgres';
import type { MigrationFolder } from './migration-folders.js';

export interface MigrationOptions {
  /** The server; `<NAME>_DATABASE_URL` in `env` gives one database an address of its own. */
  readonly serverUrl: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

/** Creates the databases that are missing and brings each up to date; doing it again changes nothing. */
export async function applyMigrations(
  folders: readonly MigrationFolder[],
  { serverUrl, env, log }: MigrationOptions,
): Promise<void> {
  for (const { database, dir, takesPartInMessaging } of folders) {
    const own = env[`${database.toUpperCase()}_DATABASE_URL`];
    const databaseUrl = own || (await ensureDatabase(serverUrl, database));
    const applied = await (takesPartInMessaging ? migrateService : migrate)({ databaseUrl, dir });
    log(applied.length > 0 ? `${database}: ${applied.join(', ')}` : `${database}: up to date`);
  }
}
