import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningSystem } from '../system.js';
import type { Making } from './launcher-faults.js';

export type Processes = Pick<RunningSystem, 'names' | 'pidOf' | 'kill' | 'waitUntilReady' | 'restart'>;

/** A process that is back is left alone for this long before the same happens to it again. */
const BETWEEN_MS = 1_000;

/** Kills a process, and again each time that it is back. */
export const killing = (processes: Processes, name: string, times: number): Making =>
  repeat(processes, name, times, async ({ fired }) => {
    processes.kill(name, 'SIGKILL');
    fired();
  });

/** Lets a process stand still for `ms`, again and again. */
export const pausing = (processes: Processes, name: string, times: number, ms: number): Making =>
  repeat(processes, name, times, async ({ signal, fired }) => {
    processes.kill(name, 'SIGSTOP');
    fired();
    try {
      await sleep(ms, undefined, { signal });
    } finally {
      if (processes.pidOf(name) !== undefined) processes.kill(name, 'SIGCONT');
    }
  });

/** Kills the broker and starts it without what it had stored. */
export const wiping = (processes: Processes, times: number, wipe: () => Promise<void>): Making =>
  repeat(processes, 'nats', times, async ({ fired }) => {
    processes.kill('nats', 'SIGKILL');
    await processes.restart('nats', async () => {
      await wipe();
      fired();
    });
  });

const repeat =
  (processes: Processes, name: string, times: number, once: Making): Making =>
  async (life) => {
    for (let time = 0; time < times; time += 1) {
      if (time > 0) await sleep(BETWEEN_MS, undefined, { signal: life.signal });
      await processes.waitUntilReady(name);
      life.signal.throwIfAborted();
      await once(life);
    }
  };
