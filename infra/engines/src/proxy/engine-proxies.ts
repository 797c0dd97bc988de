import { type Engine, type EngineName, engineVariables } from '../engine.js';
import { StartProblem } from '../start-problem.js';
import { type EngineAddress, type EngineProxy, startProxy } from './proxy.js';

/** A proxy in front of each engine. */
export interface EngineProxies {
  readonly byEngine: ReadonlyMap<EngineName, EngineProxy>;
  /** The addresses that lead through them, by variable name, `DATABASE_URL` and so on. */
  readonly addresses: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const DEFAULT_PORTS: Record<EngineName, number> = {
  postgres: 5432,
  nats: 4222,
  redis: 6379,
  mongo: 27017,
  elasticsearch: 9200,
};

/** Fails with a `StartProblem` for an address of several servers, of which a client would find the others by itself. */
export async function startEngineProxies(engines: readonly Engine[]): Promise<EngineProxies> {
  const targets = engines.map(({ name, url }) => ({ name, url, target: targetOf(name, url) }));
  const started = await Promise.all(
    targets.map(async (one) => ({ ...one, proxy: await startProxy(one.target) })),
  );
  return {
    byEngine: new Map(started.map(({ name, proxy }) => [name, proxy])),
    addresses: Object.fromEntries(
      started.map(({ name, url, proxy }) => [engineVariables[name], through(url, proxy.port)]),
    ),
    async close() {
      await Promise.all(started.map(({ proxy }) => proxy.close()));
    },
  };
}

function targetOf(name: EngineName, url: string): EngineAddress {
  if (!URL.canParse(url))
    throw new StartProblem(
      `${engineVariables[name]} names more than one server, and a proxy stands in front of one: name one, or start without FAULT_PROXIES.`,
    );
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || DEFAULT_PORTS[name]) };
}

function through(address: string, port: number): string {
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return url.toString();
}
