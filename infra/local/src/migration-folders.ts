import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The migrations of one database, which carries the name of its owner. */
export interface MigrationFolder {
  readonly database: string;
  readonly dir: string;
}

/** Every folder of migrations in the house: services/<name>/migrations and the bank's. */
export function migrationFolders(root: string): MigrationFolder[] {
  const services = join(root, 'services');
  const names = existsSync(services) ? readdirSync(services).sort() : [];
  return [
    ...names.map((name) => ({ database: name, dir: join(services, name, 'migrations') })),
    { database: 'bank', dir: join(root, 'infra', 'bank', 'migrations') },
  ].filter(({ dir }) => existsSync(dir));
}

/** Changes whenever a file of migrations is added, removed, renamed or edited. */
export function migrationsFingerprint(folders: readonly MigrationFolder[]): string {
  const hash = createHash('sha256');
  for (const { database, dir } of folders)
    for (const file of readdirSync(dir).sort())
      hash.update(`${database}/${file}\0`).update(readFileSync(join(dir, file)));
  return hash.digest('hex');
}
