import type { Engine, EngineName, ProcessEvent } from '@evenkeel/engines';
import type { Mode } from './config.js';
import type { ProcessDefinition } from './processes.js';

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
  /** Puts a proxy in front of each engine, so that `network.*` faults can be set. Left out: none, which costs nothing. */
  readonly faultProxies?: boolean;
  /** Gives up starting and stops what was started. */
  readonly signal?: AbortSignal;
}

export type SystemEvent =
  | ProcessEvent
  /** What the start is doing now. */
  | { readonly type: 'step'; readonly text: string }
  /** A sentence that a person should act on. */
  | { readonly type: 'warning'; readonly text: string };

export interface RunningSystem {
  readonly addresses: { readonly gateway: string; readonly bank: string };
  /** With their own addresses, also when the processes reach them through proxies. */
  readonly engines: readonly Engine[];
  /** Every process that is kept running, engines of ours included. */
  readonly names: readonly string[];
  /** Where one of our services answers `/healthz`, `/readyz` and `/metrics`; engines have no such address. */
  healthUrl(name: string): string;
  /** The number of a process that runs, by name; undefined between a death and the new start. */
  pidOf(name: string): number | undefined;
  /** Sends a signal to one process. What it kills is started again. */
  kill(name: string, signal: NodeJS.Signals): void;
  /** Resolves when the process is ready (again). */
  waitUntilReady(name: string): Promise<void>;
  /** Stops one process, does something `meanwhile`, starts it again and resolves when it is ready. */
  restart(name: string, meanwhile?: () => Promise<void>): Promise<void>;
  /** Stops everything: doors, services, engines. Takes less than ten seconds, whatever hangs. */
  stop(): Promise<void>;
}
