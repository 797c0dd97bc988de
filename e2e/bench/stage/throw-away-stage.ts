import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSystem, type SystemOptions, startSystem } from '@evenkeel/local';
import { cpuOfAll } from '../measure/process-times.js';
import { say } from '../progress.js';
import { beforeLeaving } from './interrupt.js';
import type { Stage } from './stage.js';

/** Parcels stay where they are: an order is measured until its shipment is made, and no older one in between. */
const STILL = { CARRIER_DISPATCH_SECONDS: '86400' };

type Parts = Pick<SystemOptions, 'services' | 'only'>;

/** A whole shop of its own on this machine, or parts of one, with ports and data of its own, gone when it stops. */
export async function throwAwayStage(parts: Parts = {}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  const deaths: string[] = [];
  const abort = new AbortController();
  const starting = startSystem({
    ...parts,
    dataDir,
    port: 0,
    env: { ...process.env, ...STILL },
    signal: abort.signal,
    report(event) {
      if (event.type === 'step') say(event.text);
      if (event.type === 'died') deaths.push(`${event.name} ended (${event.how})`);
    },
  });
  const stop = async () => {
    forget();
    abort.abort();
    const [outcome] = await Promise.allSettled([starting]);
    if (outcome.status === 'fulfilled') await outcome.value.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const forget = beforeLeaving(stop);
  try {
    return { ...faceOf(await starting), deaths, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function faceOf(system: RunningSystem): Omit<Stage, 'deaths' | 'stop'> {
  const pids = () =>
    new Map(
      system.names.flatMap((name) => {
        const pid = system.pidOf(name);
        return pid === undefined ? [] : [[name, pid] as const];
      }),
    );
  return {
    isOurs: true,
    // By number: `localhost` may be tried as IPv6 first.
    base: system.addresses.gateway.replace('localhost', '127.0.0.1'),
    engines: system.engines.map(({ name, kind, version }) => `${name} ${version} (${kind})`),
    engine(name) {
      const found = system.engines.find((one) => one.name === name);
      if (!found) throw new Error(`This stage has no ${name}`);
      return found.url;
    },
    cpu: () => cpuOfAll(pids()),
    pidOf: (name) => system.pidOf(name),
  };
}
