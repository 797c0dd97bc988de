import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The stand-in in a process of its own, as the launcher runs it. */
export interface StandInProcess {
  readonly child: ChildProcess;
  readonly url: string;
}

const entry = fileURLToPath(new URL('../main.ts', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Starts it on a free port; resolves when it says that it is ready. */
export async function startStandIn(dataDir: string): Promise<StandInProcess> {
  const child = spawn(execPath, ['--import', loader, '-C', 'source', entry], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, WATCHDOG_FD: '3' },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  if (!child.stdout) throw new Error('the stand-in has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^ready elasticsearch (\d+)$/.exec(line)?.[1];
    if (port) return { child, url: `http://127.0.0.1:${port}` };
  }
  throw new Error('the stand-in ended before it was ready');
}

/** Ends the process with a signal and answers its exit code, null after a kill. */
export async function endStandIn({ child }: StandInProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await ended;
  return code;
}
