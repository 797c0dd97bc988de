import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A place from which the packaged programs run. */
export interface PostgresHome {
  readonly bin: string;
  /** Outside the data folder, to be removed once the server has ended. */
  readonly temporary: string | undefined;
}

/**
 * Lays the packaged programs out where `uid` can run them: below `dir`, or in a temporary folder when a folder
 * above `dir` is closed to that user (a clone below /root, say). Postgres insists on the real path of its
 * program, which is why the programs, unlike the data, cannot be reached through the working directory.
 */
export function makePostgresHome(native: string, dir: string, uid: number | undefined): PostgresHome {
  mkdirSync(dir, { recursive: true });
  if (uid === undefined || isOpen(dir)) {
    const home = join(dir, 'programs');
    if (!existsSync(home)) layOut(native, home);
    return { bin: join(home, 'bin'), temporary: undefined };
  }
  const temporary = mkdtempSync(join(tmpdir(), 'evenkeel-postgres-'));
  chmodSync(temporary, 0o755);
  layOut(native, join(temporary, 'programs'));
  return { bin: join(temporary, 'programs', 'bin'), temporary };
}

/** True when every folder down to `path` can be walked through by anybody. */
function isOpen(path: string): boolean {
  const parent = dirname(path);
  return (statSync(path).mode & 0o005) === 0o005 && (parent === path || isOpen(parent));
}

function layOut(native: string, home: string): void {
  const draft = `${home}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  copyTree(native, draft);
  linkLibraries(native, draft);
  renameSync(draft, home);
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    // Archives are for linking programs against; links to libraries are made below.
    else if (entry.isFile() && !entry.name.endsWith('.a')) linkOrCopy(source, target);
  }
}

/** A hard link costs nothing; another file system, or a file of another owner, needs a copy. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
    chmodSync(target, statSync(source).mode);
  }
}

/** The package lists its links in a file, since npm packages cannot hold them; install scripts may be off. */
function linkLibraries(native: string, home: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(home, relative('native', target));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}
