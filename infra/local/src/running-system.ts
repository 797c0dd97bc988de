import type { RunningEngines, SupervisedProcess } from '@evenkeel/engines';
import { publicAddresses } from './process-environment.js';
import type { RunningSystem } from './system.js';
import type { SystemPorts } from './system-ports.js';

/** How long a process may take to be ready, and how often it may die meanwhile. */
export const READY = { withinMs: 90_000, maxDeaths: 5 };

/** The handle of a system whose processes run. */
export function runningSystem(parts: {
  readonly ports: SystemPorts;
  readonly engines: RunningEngines;
  readonly processes: readonly SupervisedProcess[];
  readonly stop: () => Promise<void>;
}): RunningSystem {
  const all = new Map(
    [...parts.engines.processes, ...parts.processes].map((process) => [process.name, process]),
  );
  const get = (name: string): SupervisedProcess => {
    const process = all.get(name);
    if (!process)
      throw new Error(`No process of this system is called ${name}; there are ${[...all.keys()].join(', ')}`);
    return process;
  };
  return {
    addresses: publicAddresses(parts.ports),
    engines: parts.engines.engines,
    names: [...all.keys()],
    healthUrl(name) {
      const port = parts.ports.health.get(name);
      if (port === undefined) throw new Error(`${name} has no health address`);
      return `http://127.0.0.1:${port}`;
    },
    pidOf: (name) => get(name).pid(),
    kill(name, signal) {
      if (!get(name).kill(signal)) throw new Error(`${name} does not run just now`);
    },
    waitUntilReady: (name) => get(name).waitUntilReady(READY),
    async restart(name, meanwhile) {
      const process = get(name);
      await process.stop();
      await meanwhile?.();
      process.start();
      await process.waitUntilReady(READY);
    },
    stop: parts.stop,
  };
}
