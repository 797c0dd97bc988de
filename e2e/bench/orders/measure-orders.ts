import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop, type Measured } from '../load/closed-loop.js';
import { type Spread, spreadOf } from '../load/latencies.js';
import { Tally } from '../load/tally.js';
import { type Bought, type Buyer, Refused, type Ware } from './buyer.js';

/** Orders of so many shoppers at once; times in milliseconds since the order was asked for. */
export interface OrderFigure {
  readonly shoppers: number;
  readonly placedPerSecond: number;
  readonly settledPerSecond: number;
  readonly place: Spread;
  readonly settle: Spread;
  readonly wrong: Record<string, number>;
  /** CPU milliseconds for each settled order, by process. */
  readonly cpuMs: Record<string, number>;
}

export interface OrderLoad {
  readonly buyers: readonly Buyer[];
  readonly wares: readonly Ware[];
  readonly warmUpSeconds: number;
  readonly seconds: number;
  readonly cpu: () => Map<string, number>;
  /** Told of every purchase, in the window or not. */
  readonly onBought: (bought: Bought) => void;
}

/** Lets each buyer buy again and again. */
export async function measureOrders(load: OrderLoad): Promise<OrderFigure> {
  const { buyers, wares } = load;
  const [placed, settled, wrong] = [[] as number[], [] as number[], new Tally()];
  for (const buyer of buyers) await buyer.arrive();
  const measured = await closedLoop({
    workers: buyers.length,
    warmUpSeconds: load.warmUpSeconds,
    seconds: load.seconds,
    snapshot: async () => load.cpu(),
    async turn(worker, window) {
      const buyer = buyers[worker];
      const ware = wares[Math.floor(Math.random() * wares.length)];
      if (!buyer || !ware) throw new Error('There is nobody to buy, or nothing');
      try {
        const bought = await buyer.buy(ware);
        load.onBought(bought);
        if (window.isOpen) settled.push(bought.settledMs);
        if (window.isOpen) placed.push(bought.placedMs);
      } catch (error) {
        wrong.add(error instanceof Refused ? error.message : String(error));
        await sleep(1_000);
      }
    },
  });
  for (const buyer of buyers) await buyer.leave();
  return {
    shoppers: buyers.length,
    placedPerSecond: placed.length / measured.seconds,
    settledPerSecond: settled.length / measured.seconds,
    place: spreadOf(placed),
    settle: spreadOf(settled),
    wrong: wrong.toJSON(),
    cpuMs: perOrder(measured, settled.length),
  };
}

function perOrder({ before, after }: Measured<Map<string, number>>, orders: number): Record<string, number> {
  const each = [...after].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / orders] as const);
  return Object.fromEntries(each);
}
