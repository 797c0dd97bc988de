import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSystem, startSystem } from '@evenkeel/local';
import { connectBus, type NatsConnection } from '@evenkeel/messaging';
import { type FaultController, faultController } from '@evenkeel/runtime/faults';
import { Operator } from '../src/support/operator.js';
import { QUICK } from '../src/support/quick.js';

/** A whole system of its own that can be broken at will. */
export interface Stage {
  readonly system: RunningSystem;
  readonly base: string;
  readonly ops: Operator;
  readonly faults: FaultController;
  /** Where a database is, for what only its owner could have written. */
  readonly postgres: string;
  /** A connection to its bus. */
  readonly nats: NatsConnection;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** Unpaid orders end soon, but not before a shopper whose shop was killed has come back. */
const TIMES = { PAY_WITHIN_SECONDS: '20', LAST_CALL_SECONDS: '1', CARRIER_DISPATCH_SECONDS: '6' };

/** Orders that wait for everybody, and parcels that stay where they are. */
export const LONG_LIVED = { PAY_WITHIN_SECONDS: '120', CARRIER_DISPATCH_SECONDS: '600' };

export async function openStage(env: NodeJS.ProcessEnv = {}, { faultProxies = false } = {}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-drill-'));
  const system = await startSystem({
    dataDir,
    port: 0,
    env: { ...process.env, ...QUICK, ...TIMES, ...env },
    faultProxies,
  });
  const urlOf = (name: string) => system.engines.find((engine) => engine.name === name)?.url ?? '';
  const nats = await connectBus(urlOf('nats'), 'drill');
  const base = system.addresses.gateway;
  return {
    system,
    base,
    ops: await Operator.signIn(base),
    faults: faultController(nats),
    nats,
    dataDir,
    postgres: urlOf('postgres'),
    async close() {
      await nats.close();
      await system.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const VARIABLES = {
  postgres: 'DATABASE_URL',
  nats: 'NATS_URL',
  redis: 'REDIS_URL',
  mongo: 'MONGO_URL',
  elasticsearch: 'ELASTICSEARCH_URL',
} as const;

/** A second one of every process, on the engines of the first, with its secrets, and with doors of its own. */
export async function openTwin({ system, dataDir }: Stage): Promise<RunningSystem> {
  const twinDir = await mkdtemp(join(tmpdir(), 'evenkeel-twin-'));
  await cp(join(dataDir, 'secrets.json'), join(twinDir, 'secrets.json'));
  const engines = Object.fromEntries(system.engines.map(({ name, url }) => [VARIABLES[name], url]));
  const twin = await startSystem({
    dataDir: twinDir,
    port: 0,
    env: { ...process.env, ...QUICK, ...TIMES, ...LONG_LIVED, ...engines },
  });
  return {
    ...twin,
    async stop() {
      await twin.stop();
      await rm(twinDir, { recursive: true, force: true });
    },
  };
}
