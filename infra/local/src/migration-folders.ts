import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The migrations of one database, which carries the name of its owner. */
export interface MigrationFolder {
  readonly database: string;
  readonly dir: string;
  /** A service's database also gets the tables that messaging needs; the bank, another company, has none. */
  readonly takesPartInMessaging: boolean;
}

/** Every folder of migrations in the house: services/<name>/migrations and the bank's. */
export function migrationFolders(root: string): MigrationFolder[] {
  const services = join(root, 'services');
  const names = existsSync(services) ? readdirSync(services).sort() : [];
  return [
    ...names.map((name) => ({
      database: name,
      dir: join(services, name, 'migrations'),
      takesPartInMessaging: true,
    })),
    { database: 'bank', dir: join(root, 'infra', 'bank', 'migrations'), takesPartInMessaging: false },
  ].filter(({ dir }) => existsSync(dir));
}

/** Changes whenever a file of migrations, messaging's own included, is added, removed, renamed or edited. */
export function migrationsFingerprint(root: string): string {
  const hash = createHash('sha256');
  const folders = [
    ...migrationFolders(root).map(({ dir }) => dir),
    join(root, 'libs', 'messaging', 'migrations'),
  ];
  for (const dir of folders)
    for (const file of existsSync(dir) ? readdirSync(dir).sort() : [])
      hash.update(`${dir}/${file}\0`).update(readFileSync(join(dir, file)));
  return hash.digest('hex');
}
