import { type Cpu, cpuEach } from '../measure/process-times.js';
import { closedLoop, type Times } from './closed-loop.js';
import { Ends } from './ends.js';
import { type Spread, spreadOf } from './latencies.js';

export interface RateLoad extends Times {
  /** What one turn is, for people. */
  readonly what: string;
  readonly workers: number;
  readonly cpu: () => Cpu;
  /** Rejects when it did not get what it asked for. */
  readonly turn: (worker: number) => Promise<unknown>;
}

/** How often a second something could be done, and how long it took. */
export interface RateFigure {
  readonly what: string;
  readonly workers: number;
  readonly perSecond: number;
  readonly ms: Spread;
  readonly refused: number;
  readonly wrong: Record<string, number>;
  /** CPU milliseconds for each, by process. */
  readonly cpuMs: Record<string, number>;
}

/** Lets the workers do the same thing again and again. */
export async function measureRate(load: RateLoad): Promise<RateFigure> {
  const { what, workers, cpu, turn, seconds, warmUpSeconds } = load;
  const [ms, ends] = [[] as number[], new Ends()];
  const measured = await closedLoop({
    workers,
    seconds,
    warmUpSeconds,
    snapshot: cpu,
    async turn(worker, window) {
      const begun = performance.now();
      try {
        await turn(worker);
        if (window.isOpen) ms.push(performance.now() - begun);
      } catch (error) {
        await ends.take(error);
      }
    },
  });
  return {
    what,
    workers,
    perSecond: ms.length / measured.seconds,
    ms: spreadOf(ms),
    refused: ends.refused,
    wrong: ends.wrong,
    cpuMs: cpuEach(measured, ms.length),
  };
}
