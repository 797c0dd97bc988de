import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limit {
  readonly name: string;
  /** Requests that may be made within the window … */
  readonly points: number;
  /** … of this many seconds. */
  readonly seconds: number;
  /** Requests fetched from the common counter at once. */
  readonly lease: number;
}

/** Null when the request may pass, else the seconds after which another one may. */
export type Verdict = number | null;

const MOST_LEASES = 20_000;

/**
 * Counts requests in Redis, common to all gateways, but asks it only once a lease: a request costs a decrement in the
 * process, and a client can overshoot by one lease at most. When Redis is away the process counts alone.
 */
export function leasedLimiter(redis: Redis, limit: Limit): (key: string) => Promise<Verdict> {
  const { name, points, seconds, lease } = limit;
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `limit:${name}`,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory({ points, duration: seconds }),
  });
  const leases = new Map<string, { left: number; until: number }>();
  return async (key) => {
    const held = leases.get(key);
    if (held && held.left > 0 && held.until > Date.now()) {
      held.left -= 1;
      return null;
    }
    try {
      await limiter.consume(key, lease);
      if (leases.size >= MOST_LEASES) leases.delete(leases.keys().next().value ?? '');
      leases.set(key, { left: lease - 1, until: Date.now() + seconds * 1_000 });
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    }
  };
}
