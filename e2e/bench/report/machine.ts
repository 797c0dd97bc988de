import { cpus, loadavg } from 'node:os';

/** Where and how loaded: figures of a busy machine are no figures. */
export interface Machine {
  readonly cpus: number;
  readonly model: string;
  readonly node: string;
  /** Processes that wanted a core, averaged over the minute before the start. */
  readonly loadBefore: number;
  readonly quiet: boolean;
}

const QUIET_BELOW = 0.5;

export function machine(): Machine {
  const all = cpus();
  const [loadBefore = 0] = loadavg();
  return {
    cpus: all.length,
    model: all[0]?.model.trim() ?? 'unknown',
    node: process.version,
    loadBefore,
    quiet: loadBefore < QUIET_BELOW,
  };
}
