import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, expect, test } from 'vitest';
import { leasedLimiter } from './leased-limiter.js';

const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
afterAll(() => redis.disconnect());

const limit = { name: 'test', points: 100, seconds: 30, lease: 20 };

test('a crowd of one key at once gets its whole limit, and no more', async () => {
  const key = randomUUID();
  const limiter = leasedLimiter(redis, limit);
  const verdicts = await Promise.all(Array.from({ length: 250 }, () => limiter(key)));
  expect(verdicts.filter((verdict) => verdict === null)).toHaveLength(100);
  expect(verdicts.filter((verdict) => verdict !== null).every((wait) => wait >= 1)).toBe(true);
});

test('two gateways share the limit', async () => {
  const key = randomUUID();
  const gates = [leasedLimiter(redis, limit), leasedLimiter(redis, limit)];
  const verdicts = await Promise.all(gates.flatMap((gate) => Array.from({ length: 90 }, () => gate(key))));
  expect(verdicts.filter((verdict) => verdict === null)).toHaveLength(100);
});

test('without Redis the process counts alone', async () => {
  const away = new Redis('redis://127.0.0.1:1', {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  away.on('error', () => undefined);
  const limiter = leasedLimiter(away, limit);
  const verdicts = await Promise.all(Array.from({ length: 150 }, () => limiter('alone')));
  expect(verdicts.filter((verdict) => verdict === null)).toHaveLength(100);
  away.disconnect();
});
