import { Operator } from '../../src/support/operator.js';
import type { Times } from '../load/closed-loop.js';
import { openCounter } from '../measure/engine-counts.js';
import { profile } from '../measure/profile.js';
import type { BenchOptions } from '../options.js';
import { say } from '../progress.js';
import type { Stage } from '../stage/stage.js';
import { measureOrders, type OrderFigure } from './measure-orders.js';
import { prepareBuyers, prepareWares } from './prepare-buyers.js';
import { soldOf, verifyOrders } from './verify-orders.js';

/** Enough to make every path of every process hot. */
const WARM_SHOPPERS = 64;
/** What a step needs after the warm-up that all of them share. */
const RUN_IN_SECONDS = 2;

/** Orders with more and more shoppers, and what the owners of the facts have against what the shoppers saw. */
export async function measureOrderSteps(
  stage: Stage,
  options: BenchOptions,
): Promise<{ figures: OrderFigure[]; problems: readonly string[] }> {
  const wares = await prepareWares(stage.base);
  const buyers = await prepareBuyers(stage.base, Math.max(...options.shoppers));
  const operator = await Operator.signIn(stage.base);
  const claim = { orders: [] as string[], wares, soldBefore: await soldOf(operator, wares) };
  const counter = stage.isOurs ? await openCounter(stage) : null;
  const measure = (shoppers: number, times: Times) =>
    measureOrders({
      ...times,
      buyers: buyers.slice(0, shoppers),
      wares,
      cpu: stage.cpu,
      counter,
      onSettled: (number) => void claim.orders.push(number),
    });

  say(`orders: ${options.warmUpSeconds} s of warm-up`);
  await measure(Math.min(WARM_SHOPPERS, buyers.length), { warmUpSeconds: options.warmUpSeconds, seconds: 0 });
  const figures: OrderFigure[] = [];
  for (const shoppers of options.shoppers) {
    say(`orders: ${shoppers} shoppers, ${options.seconds} s`);
    const times = { warmUpSeconds: RUN_IN_SECONDS, seconds: options.seconds };
    const profiling = options.profile === undefined ? null : await profile(stage, options.profile);
    figures.push(await measure(shoppers, times));
    await profiling?.stop(`${options.profile}-${shoppers}.cpuprofile`);
  }
  say(`asking inventory and finance about ${claim.orders.length} settled orders`);
  const problems = await verifyOrders(operator, claim);
  await counter?.close();
  await Promise.all(buyers.map((buyer) => buyer.close()));
  return { figures, problems };
}
