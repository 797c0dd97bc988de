import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  brokerStore,
  explainOutput,
  StartProblem,
  type SupervisedProcess,
  startEngineProxies,
  startEngines,
  startWatchdog,
  superviseProcess,
} from '@evenkeel/engines';
import { LOCK_FILE, lockDataFolder } from './data-folder-lock.js';
import { checkDiskSpace, watchDiskSpace } from './disk-space.js';
import { migrateIfNeeded } from './migrate-if-needed.js';
import { houseProcesses, type ProcessDefinition, RANKS } from './processes.js';
import { READY, runningSystem } from './running-system.js';
import { readSecrets } from './secrets.js';
import { serviceProcess } from './service-process.js';
import type { RunningSystem, SystemOptions } from './system.js';
import { reserveSystemPorts } from './system-ports.js';
import { Undo } from './undo.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * Starts a whole system: engines, databases, then every process side by side; resolves when all are ready. Fails
 * with a `StartProblem` that says what to do, after stopping what it had started.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const dataDir = resolve(options.dataDir);
  const undo = new Undo();
  try {
    mkdirSync(dataDir, { recursive: true });
    return await start({ ...options, dataDir }, undo);
  } catch (error) {
    await undo.run();
    const words = error instanceof Error ? error.message : String(error);
    const plain = error instanceof StartProblem ? undefined : explainOutput(words, dataDir);
    throw plain ? new StartProblem(plain, { cause: error }) : error;
  }
}

async function start(options: SystemOptions, undo: Undo): Promise<RunningSystem> {
  const { dataDir, root = ROOT, env = process.env, mode = 'demo', services = houseProcesses } = options;
  const report = options.report ?? (() => undefined);
  const signal = options.signal ?? new AbortController().signal;
  const step = (text: string) => {
    signal.throwIfAborted();
    report({ type: 'step', text });
  };
  const watchdog = startWatchdog();
  undo.add(() => watchdog.close());
  const lock = await lockDataFolder(dataDir, watchdog.pid());
  undo.add(() => lock.release());
  if (options.fresh) wipe(dataDir);
  await checkDiskSpace(dataDir);
  undo.add(watchDiskSpace(dataDir, (text) => report({ type: 'warning', text })));
  const ports = await reserveSystemPorts(
    options.port,
    services.map(({ name }) => name),
  );
  undo.add(() => ports.release());

  step('starting the engines');
  const { only } = options;
  const engines = await startEngines({
    dataDir,
    only,
    env,
    watchdog,
    ports: ports.engines,
    onEvent: report,
    signal,
  });
  undo.add(() => engines.stop());
  const proxies = options.faultProxies ? await startEngineProxies(engines.engines) : undefined;
  undo.add(() => proxies?.close());

  step('bringing the databases up to date');
  const postgres = engines.engines.find(({ name }) => name === 'postgres');
  if (postgres) await migrateIfNeeded({ root, dataDir, env, engine: postgres, signal });

  step(`starting ${services.length} processes`);
  const secrets = readSecrets(dataDir, env);
  const addresses = proxies?.addresses ?? engines.addresses;
  const facts = { mode, engines: addresses, ports, secrets, inherited: env };
  const specs = services.map((definition) => serviceProcess(definition, { root, dataDir, facts }));
  await ports.release();
  const processes = specs.map((spec) => superviseProcess(spec, watchdog, report));
  undo.add(() => stopProcesses(services, processes));
  for (const process of processes) process.start();
  const system = runningSystem({ ports, engines, processes, stop: () => undo.run() });
  const { NATS_URL: natsUrl } = engines.addresses;
  if (mode === 'demo' && natsUrl) {
    // Not at the top: it is loaded while the processes start.
    const { openLauncherFaults } = await import('./faults/open-launcher-faults.js');
    const wipeBroker = () => rm(brokerStore(dataDir), { recursive: true, force: true });
    undo.add(await openLauncherFaults({ processes: system, wipeBroker, proxies, natsUrl, report }));
  }
  await Promise.all(processes.map((process) => process.waitUntilReady({ ...READY, signal })));
  return system;
}

async function stopProcesses(
  definitions: readonly ProcessDefinition[],
  processes: readonly SupervisedProcess[],
): Promise<void> {
  for (const rank of RANKS)
    await Promise.all(
      processes.filter((_, index) => definitions[index]?.rank === rank).map((one) => one.stop()),
    );
}

/** Everything but the lock, which is held. */
function wipe(dataDir: string): void {
  for (const entry of readdirSync(dataDir))
    if (entry !== LOCK_FILE) rmSync(join(dataDir, entry), { recursive: true, force: true });
}
