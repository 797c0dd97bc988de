import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A stand-in in a process of its own. */
export interface StandIn {
  url: string;
  child: ChildProcess;
  /** Whether it runs from TypeScript, through a loader. */
  fromSource: boolean;
  /** What it said on stderr. */
  said: () => string;
  /** Sends a signal and waits for the end; answers the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const ENTRY = fileURLToPath(new URL(`../main${extname(import.meta.url)}`, import.meta.url));
/** From source, as in tests, TypeScript goes through tsx. */
const LOADER = ENTRY.endsWith('.ts') ? ['--import', import.meta.resolve('tsx'), '-C', 'source'] : [];

export const makeDataDir = () => mkdtemp(join(tmpdir(), 'mongo-stand-in-'));
export const removeDataDir = (dir: string) => rm(dir, { recursive: true, force: true });

/** Starts the stand-in on a free port. Rejects, with what it said, if it ends before it is ready. */
export async function startStandIn(dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<StandIn> {
  const child = spawn(process.execPath, [...LOADER, ENTRY], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exited = once(child, 'exit');
  const port = await Promise.race([readyPort(child), exited.then(() => undefined)]);
  if (port === undefined) throw new Error(`the stand-in did not start: ${errors}`);
  return {
    url: `mongodb://127.0.0.1:${port}/`,
    child,
    fromSource: LOADER.length > 0,
    said: () => errors,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}

async function readyPort(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  for await (const line of createInterface(child.stdout)) {
    const port = /^ready mongo (\d+)$/.exec(line)?.[1];
    if (port !== undefined) return port;
  }
  return undefined;
}
