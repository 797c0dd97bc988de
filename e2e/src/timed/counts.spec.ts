import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pick } from '../../bench/load/pick.js';
import {
  between,
  type Counter,
  type EngineCounts,
  openCounter,
  shareOf,
} from '../../bench/measure/engine-counts.js';
import type { Buyer, Ware } from '../../bench/orders/buyer.js';
import { prepareBuyers, prepareWares } from '../../bench/orders/prepare-buyers.js';
import type { Stage } from '../../bench/stage/stage.js';
import { throwAwayStage } from '../../bench/stage/throw-away-stage.js';

const AT_ONCE = 64;
const WAVES = 8;
const ORDERS = AT_ONCE * WAVES;
/** For each order. */
const BOUNDS: EngineCounts = { streamMessages: 2, transactions: 3, walBytes: 24_000, fsyncs: 2 };
/** A connection of Postgres tells what it has counted once it was idle for ten seconds. */
const TOLD_MS = 11_000;
const IDLE_MS = 5_000;
/** CPU milliseconds of an order on a machine that is slow; 39 were measured on one where batches fell apart. */
const SLOW_ORDER_MS = 25;

let stage: Stage;
let counter: Counter;

beforeAll(async () => {
  stage = await throwAwayStage();
  counter = await openCounter(stage);
});

afterAll(async () => {
  await counter?.close();
  await stage?.stop();
});

test('of 64 orders at once, each costs no more messages, transactions, log and waiting for the disk than it may', async () => {
  const wares = await prepareWares(stage.base);
  const buyers = await prepareBuyers(stage.base, AT_ONCE);
  await Promise.all(buyers.map((buyer) => buyer.arrive()));
  // The first orders of a new system write whole pages and make plans.
  await buyInWaves(buyers, wares, 2);
  await sleep(TOLD_MS);
  const idle = await counted(() => sleep(IDLE_MS));
  const busy = await counted(async () => {
    expect(await buyInWaves(buyers, wares, WAVES)).toBe(ORDERS);
    await sleep(TOLD_MS);
  });
  await Promise.all(buyers.flatMap((buyer) => [buyer.leave(), buyer.close()]));

  const background = shareOf(idle.counts, idle.ms / busy.ms);
  const each = shareOf(between(background, busy.counts), ORDERS);
  const orderMs = (busy.busyMs - (idle.busyMs * busy.ms) / idle.ms) / ORDERS;
  const bounds = shareOf(BOUNDS, 1 / slack(idle, orderMs));
  console.info('for each order', { ...each, cpuMs: orderMs }, 'of at most', bounds);
  for (const [name, bound] of Object.entries(bounds)) {
    const count = each[name as keyof EngineCounts];
    expect.soft(count, name).toBeLessThanOrEqual(bound);
    // No batch holds more orders than there are shoppers: less than this means that nothing was counted.
    expect(count, name).toBeGreaterThan(1 / AT_ONCE);
  }
}, 240_000);

/** All begin at the same moment, and again when the last one is done; how many orders were settled. */
async function buyInWaves(buyers: readonly Buyer[], wares: readonly Ware[], waves: number): Promise<number> {
  let settled = 0;
  for (let wave = 0; wave < waves; wave += 1) {
    const numbers = await Promise.all(
      buyers.map((buyer, place) => buyer.buy(pick(wares, wave * buyers.length + place))),
    );
    settled += numbers.length;
  }
  return settled;
}

interface Counted {
  readonly ms: number;
  readonly counts: EngineCounts;
  /** CPU milliseconds of all programs of the machine. */
  readonly busyMs: number;
}

async function counted(work: () => Promise<unknown>): Promise<Counted> {
  const [before, begun, busyBefore] = [await counter.read(), performance.now(), busyMs()];
  await work();
  const [ms, used] = [performance.now() - begun, busyMs() - busyBefore];
  return { ms, counts: between(before, await counter.read()), busyMs: used };
}

/** CPU milliseconds so far of all programs on all cores. */
const busyMs = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/**
 * A batch is what comes together within some milliseconds. On a slow machine, and where other programs keep the cores
 * busy while the shop is idle, orders crawl in one by one: then the bounds only tell a house with batches from one
 * without.
 */
function slack({ busyMs: used, ms }: Counted, orderMs: number): number {
  const isCrowded = used / (ms * cpus().length) > 0.5;
  return isCrowded || orderMs > SLOW_ORDER_MS ? 2 : 1;
}
