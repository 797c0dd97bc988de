import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from './eventually.js';

const root = join(import.meta.dirname, '..', '..', '..');

/** A program of the repository in a process of its own, run from its source. */
export interface SourceProcess {
  /** Everything that it has written so far. */
  readonly output: () => string;
  /** Sends a signal and waits until the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts `<dir>/src/main.ts` with nothing in its environment but what is given, and waits until it is ready. */
export async function processFromSource(options: {
  /** From the root of the repository. */
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers with 200 when it is ready. */
  readonly readyUrl: string;
}): Promise<SourceProcess> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', '-C', 'source', 'src/main.ts'], {
    cwd: join(root, options.dir),
    env: { PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (isGone(child)) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  try {
    await eventually(
      async () => {
        if (isGone(child)) throw new Error(`${options.dir} ended before it was ready: ${output}`);
        const { status } = await fetch(options.readyUrl);
        if (status !== 200) throw new Error(`${options.dir} is not ready: ${output}`);
      },
      { withinMs: 20_000, everyMs: 50 },
    );
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return { output: () => output, end };
}

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
}
