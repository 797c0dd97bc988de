import { setTimeout as pause } from 'node:timers/promises';
import { houseProcesses } from '@evenkeel/local';
import { openStage, type Stage } from '../drill/stage.js';
import { eventually } from '../src/support/eventually.js';
import type { StockSeen } from '../src/support/operator.js';
import { insist } from '../src/support/stubborn.js';
import { type Crowd, rushPieces, startCrowd } from './crowd.js';
import { type Judged, judge } from './judge.js';
import { BLOW_KINDS, type Blow, type BlowKind, kindOf, planBlows } from './plan.js';
import { type RarePath, RarePaths } from './rare-paths.js';
import { Striker, type Struck } from './strike.js';

export interface NemesisOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly shoppers: number;
  readonly report: (line: string) => void;
}

export interface NemesisRun extends Judged {
  readonly struck: readonly Struck[];
  readonly neverFired: readonly BlowKind[];
  readonly counts: Crowd['counts'];
  readonly rare: ReadonlyMap<RarePath, number>;
}

const SKUS = ['TEA-TRN-3-MIX', 'KIT-OFC-2'] as const;
const HOT = 'PAP-ALM-2027';
const PLENTY = 100_000;
const EVERY_MS = 4_000;
const RUSH_EVERY_MS = 20_000;
const RUSH_PEOPLE = 30;
const METRICS_EVERY_MS = 2_000;
/** A kind that has not happened by then is struck again, so often. */
const ENCORES = 6;
const ENCORE_MS = 12_000;

/** Strikes a shop that is full of people, heals it, and holds it to everything that they were told. */
export async function runNemesis(options: NemesisOptions): Promise<NemesisRun> {
  const stage = await openStage({ CARRIER_DISPATCH_SECONDS: '3600' }, { faultProxies: true });
  try {
    return await run(stage, options);
  } finally {
    await stage.close();
  }
}

async function run(stage: Stage, options: NemesisOptions): Promise<NemesisRun> {
  const { seed, shoppers, report } = options;
  const before = await shelve(stage);
  const rare = new RarePaths();
  const watching = setInterval(() => void lookAtAll(stage, rare), METRICS_EVERY_MS);
  const striker = new Striker(stage.faults);
  const crowd = startCrowd({ base: stage.base, seed, shoppers, skus: SKUS, hot: HOT });
  const rushing = rushNowAndThen(stage, crowd);
  const blows = planBlows({ seed, ms: options.minutes * 60_000, everyMs: EVERY_MS });
  await strikeAll(blows, striker, report);
  await strikeAgain(blows, striker, report);

  report('healing');
  const healed = performance.now();
  await striker.stop();
  await insist(() => stage.faults.clear());
  await Promise.all(stage.system.names.map((name) => stage.system.waitUntilReady(name)));
  await rushing.stop();
  await crowd.leave();
  const judged = await judge(stage, { told: crowd.told, before, skus: SKUS, hot: HOT, healed, report });
  clearInterval(watching);
  await lookAtAll(stage, rare);
  const fired = striker.firedKinds();
  return {
    ...judged,
    struck: striker.struck,
    neverFired: BLOW_KINDS.filter((kind) => !fired.has(kind)),
    counts: crowd.counts,
    rare: rare.sums(),
  };
}

async function shelve({ ops }: Stage): Promise<ReadonlyMap<string, StockSeen>> {
  for (const sku of SKUS) await ops.setAvailable(sku, PLENTY);
  return new Map(await Promise.all([...SKUS, HOT].map(async (sku) => [sku, await ops.stock(sku)] as const)));
}

async function strikeAll(
  blows: readonly Blow[],
  striker: Striker,
  report: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  for (const blow of blows) {
    await pause(Math.max(0, blow.atMs - (performance.now() - begun)));
    report(lineOf(performance.now() - begun, await striker.strike(blow)));
  }
}

/** A run in which some kind never happened proves nothing of it. */
async function strikeAgain(
  blows: readonly Blow[],
  striker: Striker,
  report: (line: string) => void,
): Promise<void> {
  for (let encore = 0; encore < ENCORES; encore += 1) {
    const fired = striker.firedKinds();
    const missing = BLOW_KINDS.filter((kind) => !fired.has(kind));
    if (missing.length === 0) return;
    for (const kind of missing) {
      const same = blows.filter((blow) => kindOf(blow) === kind);
      const blow = same[encore % same.length];
      if (blow) report(`again   ${lineOf(0, await striker.strike(blow))}`);
    }
    await waitUntil(() => missing.every((kind) => striker.firedKinds().has(kind)), ENCORE_MS);
  }
}

async function waitUntil(holds: () => boolean, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds() && performance.now() < end) await pause(100);
}

const lineOf = (ms: number, { blow, refused }: Struck): string => {
  const { fault, ...how } = blow.fault;
  const words = Object.entries(how).map(([name, value]) => `${name} ${value}`);
  return `${(ms / 1_000).toFixed(1).padStart(6)} s  ${fault} ${words.join(', ')}${refused ? ` (not set: ${refused})` : ''}`;
};

/** Every now and then a few pieces are put on the shelf, and a crowd runs for them. */
function rushNowAndThen(stage: Stage, crowd: Crowd) {
  let open = true;
  const running = (async () => {
    while (open) {
      // With the shop struck the pieces may not get there; then the crowd finds nothing, which is an answer too.
      await Promise.allSettled([eventually(() => stage.ops.setAvailable(HOT, rushPieces), 5_000)]);
      await crowd.rush(RUSH_PEOPLE);
      await waitUntil(() => !open, RUSH_EVERY_MS);
    }
  })();
  return {
    async stop() {
      open = false;
      await running;
    },
  };
}

async function lookAtAll({ system }: Stage, rare: RarePaths): Promise<void> {
  await Promise.all(
    houseProcesses.map(({ name }) => rare.look(system.healthUrl(name), `${name} ${system.pidOf(name)}`)),
  );
}
