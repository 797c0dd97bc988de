import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EnginePlace, EnginePlan } from '../engine.js';
import { answers } from '../process/answers.js';
import { findOnPath } from '../process/find-on-path.js';
import { secretIn } from '../process/secret-file.js';
import { standInProcess } from '../stand-in.js';

const OLDEST_MAJOR = 6;

/** `redis-server` on PATH, which keeps its data, else the stand-in, which does not. */
export async function planRedis(place: EnginePlace): Promise<EnginePlan> {
  return original(place) ?? standIn(place);
}

function original(place: EnginePlace): EnginePlan | undefined {
  const program = findOnPath('redis-server');
  if (!program) return undefined;
  const words = execFileSync(program, ['--version'], { encoding: 'utf8' });
  const version = /v=(\d+\.\d+\.\d+)/.exec(words)?.[1] ?? '0';
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) return undefined;
  const dir = join(place.dir, 'data');
  mkdirSync(dir, { recursive: true });
  const password = secretIn(join(place.dir, 'password'));
  const configuration = join(place.dir, 'redis.conf');
  // In a file, not in the arguments: those can be read by every user of the machine.
  writeFileSync(configuration, redisConfiguration({ ...place, password, dir }), { mode: 0o600 });
  return {
    kind: 'original',
    version,
    url: `redis://:${password}@127.0.0.1:${place.port}`,
    process: {
      name: 'redis',
      rank: 'engine',
      command: program,
      args: [configuration],
      env: place.env,
      cwd: dir,
      logFile: place.logFile,
      stopSignal: 'SIGTERM',
      stopWithinMs: 3_000,
      isReady: () => answers(place.port, '+PONG', `AUTH ${password}\r\nPING\r\n`),
    },
  };
}

function redisConfiguration(settings: { port: number; dir: string; password: string }): string {
  return `# Written at every start.
bind 127.0.0.1
port ${settings.port}
dir ${JSON.stringify(settings.dir)}
requirepass ${settings.password}
appendonly yes
save ""
daemonize no
`;
}

function standIn(place: EnginePlace): EnginePlan {
  const { version } = createRequire(createRequire(import.meta.url).resolve('js-redis-server'))(
    '../package.json',
  ) as { version: string };
  return {
    kind: 'stand-in',
    version: `js-redis-server ${version}`,
    url: `redis://127.0.0.1:${place.port}`,
    remark: 'memory only, carts go with it',
    process: standInProcess('redis', place),
  };
}
