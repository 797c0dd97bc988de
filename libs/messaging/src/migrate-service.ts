import { fileURLToPath } from 'node:url';
import { migrate } from '@evenkeel/postgres';

const house = fileURLToPath(new URL('../migrations', import.meta.url));

/** Brings a service's database up to date: the messaging tables first, then the service's own migrations. */
export async function migrateService(options: {
  readonly databaseUrl: string;
  readonly dir: string;
  readonly log?: (line: string) => void;
}): Promise<string[]> {
  const first = await migrate({ ...options, dir: house, table: 'messaging_migrations' });
  return [...first, ...(await migrate(options))];
}
