import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Engine,
  type EngineName,
  explainOutput,
  type ProcessEvent,
  type RunningEngines,
  StartProblem,
  type SupervisedProcess,
  startEngines,
  startWatchdog,
  superviseProcess,
} from '@evenkeel/engines';
import type { Mode } from './config.js';
import { LOCK_FILE, lockDataFolder } from './data-folder-lock.js';
import { checkDiskSpace } from './disk-space.js';
import { migrateIfNeeded } from './migrate-if-needed.js';
import { publicAddresses } from './process-environment.js';
import { houseProcesses, type ProcessDefinition } from './processes.js';
import { readSecrets } from './secrets.js';
import { serviceProcess } from './service-process.js';
import { reserveSystemPorts } from './system-ports.js';

export interface SystemOptions {
  readonly dataDir: string;
  /** The gateway's; the bank stands 10 above it. 0: any free ports. */
  readonly port: number;
  readonly mode?: Mode;
  /** The processes to run; all of the house when left out. */
  readonly services?: readonly ProcessDefinition[];
  /** The engines to run; all five when left out. */
  readonly only?: readonly EngineName[];
  /** Inherited by every process; addresses of servers of yours are read from it. Default: this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** The repository; a test may give a folder of its own. */
  readonly root?: string;
  /** Wipes the data folder first (not the servers of yours). */
  readonly fresh?: boolean;
  /** Told what is happening; nothing is printed otherwise. */
  readonly report?: (event: SystemEvent) => void;
  /** Gives up starting and stops what was started. */
  readonly signal?: AbortSignal;
}

export type SystemEvent = ProcessEvent | { readonly type: 'step'; readonly text: string };

export interface RunningSystem {
  readonly addresses: { readonly gateway: string; readonly bank: string };
  readonly engines: readonly Engine[];
  /** Every process that is kept running, engines of ours included. */
  readonly names: readonly string[];
  /** The number of a process that runs, by name; undefined between a death and the new start. */
  pidOf(name: string): number | undefined;
  /** Sends a signal to one process. What it kills is started again. */
  kill(name: string, signal: NodeJS.Signals): void;
  /** Resolves when the process is ready (again). */
  waitUntilReady(name: string): Promise<void>;
  /** Stops one process, starts it again and resolves when it is ready. */
  restart(name: string): Promise<void>;
  /** Stops everything: doors, services, engines. Takes less than ten seconds, whatever hangs. */
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const READY = { withinMs: 90_000, maxDeaths: 5 };

/**
 * Starts a whole system: engines, databases, then every process side by side; resolves when all are ready. Fails
 * with a `StartProblem` that says what to do, after stopping what it had started.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const dataDir = resolve(options.dataDir);
  const undo: (() => Promise<void>)[] = [];
  try {
    mkdirSync(dataDir, { recursive: true });
    return await start(options, dataDir, undo);
  } catch (error) {
    await undoAll(undo);
    const words = error instanceof Error ? error.message : String(error);
    const plain = error instanceof StartProblem ? undefined : explainOutput(words, dataDir);
    throw plain ? new StartProblem(plain, { cause: error }) : error;
  }
}

async function start(
  options: SystemOptions,
  dataDir: string,
  undo: (() => Promise<void>)[],
): Promise<RunningSystem> {
  const { root = ROOT, env = process.env, report = () => undefined, services = houseProcesses } = options;
  const signal = options.signal ?? new AbortController().signal;
  const step = (text: string) => {
    signal.throwIfAborted();
    report({ type: 'step', text });
  };
  const watchdog = startWatchdog();
  undo.push(() => watchdog.close());
  const lock = await lockDataFolder(dataDir, watchdog.pid());
  undo.push(async () => lock.release());
  if (options.fresh) wipe(dataDir);
  await checkDiskSpace(dataDir);
  const names = services.map(({ name }) => name);
  const ports = await reserveSystemPorts(options.port, names);
  undo.push(() => ports.release());

  step('starting the engines');
  const running = await startEngines({
    dataDir,
    only: options.only,
    env,
    watchdog,
    ports: ports.engines,
    onEvent: report,
    signal,
  });
  undo.push(() => running.stop());

  const [postgres] = running.engines;
  step('bringing the databases up to date');
  if (postgres) await migrateIfNeeded({ root, dataDir, env, engine: postgres, signal });

  step(`starting ${services.length} processes`);
  const mode = options.mode ?? 'demo';
  const facts = {
    mode,
    engines: running.addresses,
    ports,
    secrets: readSecrets(dataDir, env),
    inherited: env,
  };
  const specs = services.map((definition) => serviceProcess(definition, { root, dataDir, facts }));
  await ports.release();
  const processes = specs.map((spec) => superviseProcess(spec, watchdog, report));
  undo.push(() => stopProcesses(services, processes));
  for (const process of processes) process.start();
  await Promise.all(processes.map((process) => process.waitUntilReady({ ...READY, signal })));
  return runningSystem({ addresses: publicAddresses(ports), running, processes, undo });
}

function runningSystem(parts: {
  addresses: RunningSystem['addresses'];
  running: RunningEngines;
  processes: readonly SupervisedProcess[];
  undo: (() => Promise<void>)[];
}): RunningSystem {
  const all = new Map(
    [...parts.running.processes, ...parts.processes].map((process) => [process.name, process]),
  );
  const get = (name: string): SupervisedProcess => {
    const process = all.get(name);
    if (!process)
      throw new Error(`No process of this system is called ${name}; there are ${[...all.keys()].join(', ')}`);
    return process;
  };
  return {
    addresses: parts.addresses,
    engines: parts.running.engines,
    names: [...all.keys()],
    pidOf: (name) => get(name).pid(),
    kill(name, signal) {
      if (!get(name).kill(signal)) throw new Error(`${name} does not run just now`);
    },
    waitUntilReady: (name) => get(name).waitUntilReady(READY),
    async restart(name) {
      await get(name).restart();
      await get(name).waitUntilReady(READY);
    },
    stop: () => undoAll(parts.undo),
  };
}

/** Doors first: nobody comes in any more while the services finish what they began. */
async function stopProcesses(
  definitions: readonly ProcessDefinition[],
  processes: readonly SupervisedProcess[],
): Promise<void> {
  for (const rank of ['door', 'service'] as const)
    await Promise.all(
      processes.filter((_, index) => definitions[index]?.rank === rank).map((one) => one.stop()),
    );
}

async function undoAll(undo: (() => Promise<void>)[]): Promise<void> {
  for (let last = undo.pop(); last; last = undo.pop()) await last();
}

/** Everything but the lock, which is held. */
function wipe(dataDir: string): void {
  for (const entry of readdirSync(dataDir))
    if (entry !== LOCK_FILE) rmSync(join(dataDir, entry), { recursive: true, force: true });
}
