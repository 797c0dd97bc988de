import { startProcess } from '@evenkeel/runtime';
import { Redis } from 'ioredis';
import { bankCallbacks } from './bank/callbacks.js';
import { gatewayConfig } from './config.js';
import { connectBff } from './graphql/bff.js';
import { graphqlDoor } from './graphql/door.js';
import { OpenStreams } from './graphql/streams.js';
import { publicHealth } from './health.js';
import { createLimits } from './limits/limits.js';
import { createServer } from './server.js';
import { sessionCookie } from './session/cookies.js';
import { createSessions } from './session/sessions.js';
import { servePages } from './static/pages.js';

const config = gatewayConfig();
const house = await startProcess(config);
const redis = new Redis(config.REDIS_URL, {
  // Limits are counted in the process while Redis is away; nobody waits for it.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 200,
  retryStrategy: (tries) => Math.min(2_000, 100 * tries),
});
redis.on('error', () => house.meter.count('limit_store_errors_total', {}));
house.onStop('redis', () => Promise.resolve(redis.disconnect()));

const bff = connectBff(config.BFF_URL);
house.onStop('bff', () => bff.close());
house.readiness('bff', () => bff.ping());

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
});
await servePages(app, { dir: config.STOREFRONT_DIR, bankUrl: config.BANK_PUBLIC_URL });
await house.ready();
await app.listen({ port: config.PORT, host: config.HOST });
house.onStop('server', async () => {
  streams.closeAll();
  await app.close();
});
