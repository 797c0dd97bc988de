import { setTimeout as sleep } from 'node:timers/promises';
import type { ActiveFault } from '@evenkeel/contracts';
import type { EngineProxies, EngineProxy } from '@evenkeel/engines';
import { FaultRefused } from '@evenkeel/runtime/faults';
import type { Making } from './launcher-faults.js';
import { disturbing, isNetworkFault } from './network-faults.js';
import { killing, type Processes, pausing, wiping } from './process-faults.js';

export interface Means {
  readonly processes: Processes;
  /** Removes what the broker has stored, while it does not run. */
  readonly wipeBroker: () => Promise<void>;
  /** Undefined when nothing stands in front of the engines. */
  readonly proxies: EngineProxies | undefined;
}

/** The answer to whoever set the fault is under way for this long before the bus may be gone. */
const ANSWERED_MS = 250;

/** How the launcher makes a fault. Throws `FaultRefused` when it cannot be made here. */
export function planFault(fault: ActiveFault, means: Means): Making {
  if (fault.runId) throw new FaultRefused(`${fault.fault} happens to all runs alike: leave runId out`);
  const making = makingOf(fault, means);
  if (fault.at !== 'nats' && fault.fault !== 'broker.wipe') return making;
  return async (life) => {
    await sleep(ANSWERED_MS, undefined, { signal: life.signal });
    await making(life);
  };
}

function makingOf(active: ActiveFault, means: Means): Making {
  const { fault, at, ms } = active;
  const { processes, proxies } = means;
  const times = active.count - active.fired;
  if (isNetworkFault(fault)) return disturbing(proxyOf(proxies, at), fault, active);
  switch (fault) {
    case 'process.kill':
      return killing(processes, oneOf(processes, at), times);
    case 'process.pause':
      if (!ms || ms < 0) throw new FaultRefused('A pause needs ms, above zero');
      return pausing(processes, oneOf(processes, at), times, ms);
    case 'broker.wipe':
      return wiping(processes, times, means.wipeBroker);
    default:
      throw new FaultRefused(`The launcher does not make ${fault}`);
  }
}

function oneOf({ names }: Processes, name: string | null | undefined): string {
  if (name && names.includes(name)) return name;
  throw new FaultRefused(`No process here is called ${name}; there are ${names.join(', ')}`);
}

function proxyOf(proxies: EngineProxies | undefined, name: string | null | undefined): EngineProxy {
  if (!proxies) throw new FaultRefused('Nothing stands in front of the engines: start with FAULT_PROXIES=1');
  const found = [...proxies.byEngine].find(([engine]) => engine === name);
  if (found) return found[1];
  throw new FaultRefused(
    `No engine here is called ${name}; there are ${[...proxies.byEngine.keys()].join(', ')}`,
  );
}
