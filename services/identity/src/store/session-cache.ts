import type { Meter } from '@evenkeel/messaging';
import { Redis } from 'ioredis';
import type { Session } from './session-store.js';

const SECONDS = 30;

/** Remembers who a cookie stands for. Only a cache: sessions are rows in Postgres, and Redis may be away. */
export interface SessionCache {
  get(tokenHash: string): Promise<Session | null>;
  set(tokenHash: string, session: Session): Promise<void>;
  forget(tokenHash: string): Promise<void>;
  close(): Promise<void>;
}

export function sessionCache(url: string, meter: Meter): SessionCache {
  const redis = new Redis(url, {
    // A cache that is away must not hold anybody up.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 200,
    retryStrategy: (tries) => Math.min(2_000, 100 * tries),
  });
  redis.on('error', () => meter.count('session_cache_errors_total', {}));
  const key = (tokenHash: string) => `session:1:${tokenHash}`;

  async function tolerant<T>(work: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work;
    } catch {
      // Counted, not hidden: the answer then comes from Postgres.
      meter.count('session_cache_misses_total', { why: 'redis-away' });
      return otherwise;
    }
  }

  return {
    async get(tokenHash) {
      const text = await tolerant(redis.get(key(tokenHash)), null);
      return text === null ? null : (JSON.parse(text) as Session);
    },
    async set(tokenHash, session) {
      await tolerant(redis.set(key(tokenHash), JSON.stringify(session), 'EX', SECONDS), null);
    },
    async forget(tokenHash) {
      await tolerant(redis.del(key(tokenHash)), 0);
    },
    close: () => Promise.resolve(redis.disconnect()),
  };
}
