import { once, setMaxListeners } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { passAnswers } from './answer-path.js';
import type { Disturbance } from './disturbance.js';

/** Stands between an engine and those who use it, and hands everything on unless it is told to disturb that. */
export interface EngineProxy {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Does this to every connection from now on, until the disturbance is lifted. Several add up. */
  disturb(disturbance: Disturbance): void;
  /** Ends every connection through it. */
  close(): Promise<void>;
}

export interface EngineAddress {
  readonly host: string;
  readonly port: number;
}

export async function startProxy(target: EngineAddress): Promise<EngineProxy> {
  const disturbances = new Set<Disturbance>();
  const clients = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
    join(client, connect({ ...target, allowHalfOpen: true, noDelay: true }), disturbances);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    disturb(disturbance) {
      const { until } = disturbance;
      if (until.aborted) return;
      disturbances.add(disturbance);
      // Every connection that holds something back listens for it.
      setMaxListeners(0, until);
      until.addEventListener('abort', () => disturbances.delete(disturbance), { once: true });
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const client of clients) client.destroy();
      await closed;
    },
  };
}

function join(client: Socket, engine: Socket, disturbances: ReadonlySet<Disturbance>): void {
  client.pipe(engine);
  passAnswers(engine, client, disturbances);
  client.on('error', () => engine.resetAndDestroy());
  client.once('close', () => engine.destroy());
}
