import { constants } from 'node:os';
import { performance } from 'node:perf_hooks';
import { argv, env, exit, stderr, stdout } from 'node:process';
import { type EngineName, StartProblem } from '@evenkeel/engines';
import { readConfig } from './config.js';
import type { ProcessDefinition } from './processes.js';
import { showProgress } from './progress.js';
import { startSystem } from './start-system.js';
import { startTable } from './table.js';

export interface House {
  readonly root: string;
  readonly services: readonly ProcessDefinition[];
  /** All five when left out. */
  readonly only?: readonly EngineName[];
}

/** Starts the system, prints its table, stays until it is told to stop, and ends this process. */
export async function launch(house: House): Promise<never> {
  try {
    exit(await run(house));
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    stderr.write(`\n${error.message}\n\n`);
    exit(1);
  }
}

async function run(house: House): Promise<number> {
  const config = readConfig(argv.slice(2), env, house.root);
  const told = listenForStop();
  const progress = showProgress(stdout, performance.timeOrigin);
  const system = await startSystem({ ...house, ...config, report: progress.report, signal: told.signal });
  progress.finish();
  stdout.write(startTable(system, config.mode, config.dataDir));
  await told.stop;
  stdout.write('\n  stopping\n');
  await system.stop();
  stdout.write('  stopped\n');
  return 0;
}

interface Told {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  readonly stop: Promise<void>;
}

/** npm hands Ctrl-C on to a process that had it from the terminal already; a person's second one comes later. */
const SAME_PRESS_MS = 500;

/** The first signal asks for an orderly stop. A second one leaves at once: the watchdog ends what still runs. */
function listenForStop(): Told {
  const abort = new AbortController();
  let firstAt = 0;
  const stop = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(name, () => {
        if (firstAt > 0 && Date.now() - firstAt > SAME_PRESS_MS) exit(128 + constants.signals[name]);
        firstAt ||= Date.now();
        abort.abort(new StartProblem('Stopped before it was ready.'));
        resolve();
      });
  });
  return { signal: abort.signal, stop };
}
