import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exit } from 'node:process';
import { type SystemOptions, startSystem } from '@evenkeel/local';
import { type Cpu, cpuOfAll } from './measure/process-times.js';
import { say } from './progress.js';

/** A shop to measure. */
export interface Stage {
  /** Of a shop that is not ours, only the public door is known. */
  readonly isOurs: boolean;
  /** Where its gateway answers. */
  readonly base: string;
  /** Name, kind and version of each engine; empty when the shop is not ours. */
  readonly engines: readonly string[];
  /** The address of an engine, of Postgres as its owner; throws when the shop is not ours. */
  engine(name: string): string;
  /** Of every process of the shop and of this one; of a shop that is not ours, of this one alone. */
  cpu(): Cpu;
  pidOf(name: string): number | undefined;
  /** What died while it was measured. */
  readonly deaths: readonly string[];
  stop(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Parcels stay where they are: an order is measured until its shipment is made, and no older one in between. */
const STILL = { CARRIER_DISPATCH_SECONDS: '86400' };

/** A whole shop of its own on this machine, with ports and data of its own, gone when it stops. */
export async function throwAwayStage(parts: Pick<SystemOptions, 'services' | 'only'> = {}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  const deaths: string[] = [];
  const system = await startSystem({
    ...parts,
    dataDir,
    port: 0,
    env: { ...process.env, ...STILL },
    report(event) {
      if (event.type === 'step') say(event.text);
      if (event.type === 'died') deaths.push(`${event.name} ended (${event.how})`);
    },
  });
  const pids = () =>
    new Map(
      system.names.flatMap((name) => {
        const pid = system.pidOf(name);
        return pid === undefined ? [] : [[name, pid] as const];
      }),
    );
  const engine = (name: string) => {
    const found = system.engines.find((one) => one.name === name);
    if (!found) throw new Error(`This stage has no ${name}`);
    return found.url;
  };
  const stop = async () => {
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const forget = onInterrupt(stop);
  return {
    isOurs: true,
    // By number: `localhost` may be tried as IPv6 first.
    base: system.addresses.gateway.replace('localhost', '127.0.0.1'),
    engines: system.engines.map(({ name, kind, version }) => `${name} ${version} (${kind})`),
    deaths,
    engine,
    cpu: () => cpuOfAll(pids()),
    pidOf: (name) => system.pidOf(name),
    stop() {
      forget();
      return stop();
    },
  };
}

/** Ctrl-C leaves nothing behind; npm hands it on to a process that had it from the terminal already. */
function onInterrupt(stop: () => Promise<void>): () => void {
  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    void stop().finally(() => exit(130));
  };
  for (const signal of SIGNALS) process.on(signal, leave);
  return () => {
    for (const signal of SIGNALS) process.off(signal, leave);
  };
}

/** A shop that runs already. */
export function foreignStage(url: string): Stage {
  const hidden = (name: string): never => {
    throw new Error(`${name} of the shop at ${url} cannot be reached from here`);
  };
  return {
    isOurs: false,
    base: url.replace(/\/$/, ''),
    engines: [],
    deaths: [],
    engine: hidden,
    cpu: () => cpuOfAll(new Map()),
    pidOf: () => undefined,
    stop: () => Promise.resolve(),
  };
}
