import { hostname } from 'node:os';
import { connectBus, type Log } from '@evenkeel/messaging';
import { openFaults } from '@evenkeel/runtime/faults';
import type { SystemOptions } from '../system.js';
import { launcherFaults } from './launcher-faults.js';
import { type Means, planFault } from './plan-fault.js';

export interface LauncherFaultParts extends Means {
  /** The broker's true address: what is done to the wires of others must not keep the launcher from ending it. */
  readonly natsUrl: string;
  readonly report: NonNullable<SystemOptions['report']>;
}

/** Makes, for whoever asks on the bus, what only the launcher can. Returns how to end it, with all that it had made. */
export async function openLauncherFaults(parts: LauncherFaultParts): Promise<() => Promise<void>> {
  const service = 'local';
  const instance = `${service}-${hostname()}-${process.pid}`;
  const nats = await connectBus(parts.natsUrl, instance);
  const log = logTo(parts.report);
  const faults = openFaults({ nats, log, meter: UNSEEN, service, instance });
  const workshop = launcherFaults(
    (fault) => {
      const making = planFault(fault, parts);
      log.warn({}, `Fault: ${fault.fault}${fault.at ? ` at ${fault.at}` : ''}`);
      return making;
    },
    (error) => log.error({ err: error }, 'A fault went wrong'),
  );
  faults.offer(workshop);
  return async () => {
    await nats.close();
    await faults.close();
  };
}

/** The launcher has no page of metrics; each process of the house counts what is set. */
const UNSEEN = { count: () => undefined, observe: () => undefined, gauge: () => undefined };

function logTo(report: LauncherFaultParts['report']): Log {
  const warn = (details: object, message: string) => {
    const why =
      'err' in details ? `: ${details.err instanceof Error ? details.err.message : details.err}` : '';
    report({ type: 'warning', text: `${message}${why}` });
  };
  return { debug: () => undefined, info: () => undefined, warn, error: warn };
}
