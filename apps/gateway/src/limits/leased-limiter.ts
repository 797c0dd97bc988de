import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limit {
  readonly name: string;
  /** Requests that may be made within the window … */
  readonly points: number;
  /** … of this many seconds. */
  readonly seconds: number;
  /** Requests fetched from the common counter at once, at most. */
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
  const { name, points, seconds } = limit;
  // What is left over of a limit when no whole lease is left is lost, so a small limit has small leases.
  const lease = Math.max(1, Math.min(limit.lease, Math.floor(points / 10)));
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `limit:${name}`,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory({ points, duration: seconds }),
  });
  const leases = new Map<string, Lease>();

  async function renew(key: string): Promise<Lease> {
    try {
      await limiter.consume(key, lease);
      return { left: lease, until: Date.now() + seconds * 1_000, wait: null };
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { left: 0, until: Date.now() + refused.msBeforeNext, wait: refused.msBeforeNext };
    }
  }

  /** A crowd that arrives at once shares one renewal: each of them must not fetch a lease of its own. */
  const renewing = new Map<string, Promise<Lease>>();
  function current(key: string): Lease | Promise<Lease> {
    const held = leases.get(key);
    if (held && held.until > Date.now() && (held.left > 0 || held.wait !== null)) return held;
    let pending = renewing.get(key);
    if (!pending) {
      pending = renew(key).finally(() => renewing.delete(key));
      renewing.set(key, pending);
    }
    return pending.then((fresh) => {
      if (leases.get(key) !== fresh) {
        if (leases.size >= MOST_LEASES) leases.delete(leases.keys().next().value ?? '');
        leases.set(key, fresh);
      }
      return fresh;
    });
  }

  return async (key) => {
    for (;;) {
      const held = await current(key);
      if (held.wait !== null) return Math.max(1, Math.ceil((held.until - Date.now()) / 1_000));
      if (held.left > 0) {
        held.left -= 1;
        return null;
      }
    }
  };
}

interface Lease {
  left: number;
  readonly until: number;
  /** Milliseconds until another request may pass; null while the limit is not reached. */
  readonly wait: number | null;
}
