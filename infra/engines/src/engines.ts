import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Engine,
  type EngineName,
  type EnginePlace,
  type EnginePlan,
  type EngineTuning,
  engineNames,
  engineVariables,
} from './engine.js';
import { planNats } from './nats/nats.js';
import { planPostgres } from './postgres/postgres.js';
import { reserveFreePort } from './process/ports.js';
import type { ProcessEvent, SupervisedProcess } from './process/process-spec.js';
import { superviseProcess } from './process/supervise.js';
import type { Watchdog } from './process/watchdog.js';
import { planRedis } from './redis/redis.js';
import { planElasticsearch, planMongo } from './stand-in.js';
import { describeYours } from './yours/describe-yours.js';

export interface EngineOptions {
  readonly dataDir: string;
  /** Where addresses of your own servers are looked up, and what the engines inherit. */
  readonly env: NodeJS.ProcessEnv;
  readonly watchdog: Watchdog;
  /** Ports to take if they are free; others are chosen free. */
  readonly ports?: Partial<Record<EngineName, number>>;
  /** Only these engines; all five when left out. */
  readonly only?: readonly EngineName[] | undefined;
  readonly tuning?: EngineTuning;
  readonly onEvent?: (event: ProcessEvent) => void;
  /** Gives up starting and stops what had started. */
  readonly signal?: AbortSignal | undefined;
}

export interface RunningEngines {
  readonly engines: readonly Engine[];
  /** The addresses by variable name, `DATABASE_URL` and so on, as the services read them. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The processes of ours; an engine at an address of yours has none. */
  readonly processes: readonly SupervisedProcess[];
  /** Stops what was started, in reverse order, by force what takes too long. `withinMs` is for all together. */
  stop(withinMs?: number): Promise<void>;
}

const STOP_WITHIN_MS = 5_000;
/** What each engine has at least. */
const LEAST_MS = 100;
/** Enough deaths for a server whose predecessor takes ten seconds to go. */
const READY = { withinMs: 60_000, maxDeaths: 7 };

interface StartedEngine {
  readonly engine: Engine;
  readonly process?: SupervisedProcess;
  readonly plan?: EnginePlan;
}

const planners: Record<EngineName, (place: EnginePlace, tuning: EngineTuning) => Promise<EnginePlan>> = {
  postgres: (place, tuning) => planPostgres(place, tuning.postgres),
  nats: planNats,
  redis: planRedis,
  mongo: planMongo,
  elasticsearch: planElasticsearch,
};

/**
 * Starts the backing servers side by side and resolves when all answer. Each is the one whose address you gave,
 * else the original from its package, else the original on PATH, else the stand-in. One that ends by itself is
 * started again on its port with its data. Fails with a `StartProblem`, after stopping what had started.
 */
export async function startEngines(options: EngineOptions): Promise<RunningEngines> {
  const names = engineNames.filter((name) => options.only?.includes(name) ?? true);
  const outcomes = await Promise.allSettled(names.map((name) => startEngine(name, options)));
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stopAll(started);
    throw failed.reason as Error;
  }
  return {
    engines: started.map(({ engine }) => engine),
    addresses: Object.fromEntries(started.map(({ engine }) => [engineVariables[engine.name], engine.url])),
    processes: started.flatMap(({ process }) => (process ? [process] : [])),
    stop: (withinMs) => stopAll(started, withinMs),
  };
}

async function startEngine(name: EngineName, options: EngineOptions): Promise<StartedEngine> {
  const url = options.env[engineVariables[name]];
  if (url) return { engine: await describeYours(name, url) };
  const dir = join(resolve(options.dataDir), name);
  mkdirSync(dir, { recursive: true });
  const reserved = await reserveFreePort(options.ports?.[name]);
  const place: EnginePlace = {
    dir,
    port: reserved.port,
    logFile: join(resolve(options.dataDir), 'logs', `${name}.log`),
    env: options.env,
  };
  let plan: EnginePlan;
  try {
    plan = await planners[name](place, options.tuning ?? {});
  } finally {
    await reserved.release();
  }
  if (plan.temporary) options.watchdog.removeAfterwards(plan.temporary);
  const process = superviseProcess(plan.process, options.watchdog, options.onEvent);
  process.start();
  const { kind, version, remark } = plan;
  const engine: Engine = { name, kind, version, url: plan.url, remark };
  try {
    await process.waitUntilReady({ ...READY, signal: options.signal });
  } catch (error) {
    await stopAll([{ engine, process, plan }]);
    throw error;
  }
  return { engine, process, plan };
}

async function stopAll(started: readonly StartedEngine[], withinMs = STOP_WITHIN_MS): Promise<void> {
  const until = Date.now() + withinMs;
  for (const { process, plan } of started.toReversed()) {
    await process?.stop(Math.max(until - Date.now(), LEAST_MS));
    if (plan?.temporary) rmSync(plan.temporary, { recursive: true, force: true });
  }
}
