import { drain, type House } from '@evenkeel/runtime';
import type { FastifyInstance } from 'fastify';
import type { Redis } from 'ioredis';
import { bankCallbacks } from './bank/callbacks.js';
import type { GatewayConfig } from './config.js';
import { connectBff } from './graphql/bff.js';
import { graphqlDoor } from './graphql/door.js';
import { OpenStreams } from './graphql/streams.js';
import { publicHealth } from './health.js';
import { createLimits } from './limits/limits.js';
import { createServer } from './server.js';
import { sessionCookie } from './session/cookies.js';
import { createSessions } from './session/sessions.js';
import { servePages } from './static/pages.js';

/** The whole door, ready to listen. */
export interface Gateway {
  readonly app: FastifyInstance;
  /** Fails while the BFF does not answer. */
  pingBff(): Promise<void>;
  /** Ends live streams, then answers who is inside. */
  close(): Promise<void>;
}

/** Puts the door together; limits are counted in `redis`. */
export async function openGateway(
  house: Pick<House, 'call' | 'log' | 'meter' | 'tokens'>,
  config: GatewayConfig,
  redis: Redis,
): Promise<Gateway> {
  const bff = connectBff(config.BFF_URL);
  const streams = new OpenStreams();
  const app = await createServer(house, config);
  publicHealth(app, config);
  bankCallbacks(app, house);
  graphqlDoor(app, {
    house,
    bff,
    sessions: createSessions(house),
    cookie: sessionCookie(config.PUBLIC_URL),
    limits: createLimits(redis, config),
    streams,
    mostInFlight: config.MOST_IN_FLIGHT,
    mostStreams: config.MOST_STREAMS,
  });
  await servePages(app, { dir: config.STOREFRONT_DIR, bankUrl: config.BANK_PUBLIC_URL });
  return {
    app,
    pingBff: () => bff.ping(),
    async close() {
      streams.closeAll();
      await drain(app.server, () => app.close());
      await bff.close();
    },
  };
}
