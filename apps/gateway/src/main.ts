import { startProcess } from '@evenkeel/runtime';
import { Redis } from 'ioredis';
import { gatewayConfig } from './config.js';
import { openGateway } from './gateway.js';
import { PURCHASE, readyOnce } from './ready-once.js';

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

const gateway = await openGateway(house, config, redis);
house.readiness('bff', gateway.pingBff);
house.readiness('services', readyOnce(house, PURCHASE));
house.onClose('server', gateway.close);
await house.ready();
await gateway.app.listen({ port: config.PORT, host: config.HOST });
