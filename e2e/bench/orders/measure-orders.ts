import { closedLoop, type Times } from '../load/closed-loop.js';
import { Ends } from '../load/ends.js';
import { type Spread, spreadOf } from '../load/latencies.js';
import { pick } from '../load/pick.js';
import { between, type Counter, type EngineCounts, shareOf } from '../measure/engine-counts.js';
import { type Cpu, cpuEach } from '../measure/process-times.js';
import type { Buyer, Ware } from './buyer.js';

/** Orders of so many shoppers at once; times in milliseconds since the order was asked for. */
export interface OrderFigure {
  readonly shoppers: number;
  readonly placedPerSecond: number;
  readonly settledPerSecond: number;
  readonly place: Spread;
  readonly settle: Spread;
  readonly refused: number;
  readonly wrong: Record<string, number>;
  /** CPU milliseconds for each settled order, by process. */
  readonly cpuMs: Record<string, number>;
  /** For each settled order, with what the house does meanwhile by itself; null where it cannot be counted. */
  readonly counts: EngineCounts | null;
}

export interface OrderLoad extends Times {
  readonly buyers: readonly Buyer[];
  readonly wares: readonly Ware[];
  readonly cpu: () => Cpu;
  readonly counter: Pick<Counter, 'read'> | null;
  /** Told the number of every order that was settled, in the window or not. */
  readonly onSettled: (number: string) => void;
}

/** Lets each buyer buy again and again, one thing at a time, with their feed open. */
export async function measureOrders(load: OrderLoad): Promise<OrderFigure> {
  const { buyers, seconds, warmUpSeconds } = load;
  const [placed, settled, ends] = [[] as number[], [] as number[], new Ends()];
  for (const buyer of buyers) await buyer.arrive();
  const measured = await closedLoop({
    workers: buyers.length,
    seconds,
    warmUpSeconds,
    snapshot: async () => ({ counts: await load.counter?.read(), cpu: load.cpu() }),
    async turn(worker, window) {
      const begun = performance.now();
      const count = (samples: number[]) => {
        if (window.isOpen) samples.push(performance.now() - begun);
      };
      try {
        const number = await pick(buyers, worker).buy(anyOf(load.wares), () => count(placed));
        count(settled);
        load.onSettled(number);
      } catch (error) {
        await ends.take(error);
      }
    },
  });
  for (const buyer of buyers) await buyer.leave();
  const { before, after } = measured;
  const counted = before.counts && after.counts ? between(before.counts, after.counts) : null;
  return {
    shoppers: buyers.length,
    placedPerSecond: placed.length / measured.seconds,
    settledPerSecond: settled.length / measured.seconds,
    place: spreadOf(placed),
    settle: spreadOf(settled),
    refused: ends.refused,
    wrong: ends.wrong,
    cpuMs: cpuEach({ before: before.cpu, after: after.cpu }, settled.length),
    counts: counted && settled.length > 0 ? shareOf(counted, settled.length) : null,
  };
}

/** A shop sells a little of everything; a crowd at one product is what the reservations are measured with. */
const anyOf = (wares: readonly Ware[]): Ware => pick(wares, Math.floor(Math.random() * wares.length));
