import type { Redis } from 'ioredis';
import type { GatewayConfig } from '../config.js';
import { leasedLimiter, type Verdict } from './leased-limiter.js';

/** A client may use its rate in one go and then waits: bursts of this many seconds. */
const WINDOW_SECONDS = 10;

export interface Limits {
  readonly session: (sessionId: string) => Promise<Verdict>;
  readonly address: (address: string) => Promise<Verdict>;
  readonly signIn: (address: string) => Promise<Verdict>;
  readonly newSession: (address: string) => Promise<Verdict>;
}

/** The limits of the door, with their numbers in one place: the configuration. */
export const createLimits = (redis: Redis, config: GatewayConfig): Limits => ({
  session: leasedLimiter(redis, {
    name: 'session',
    points: config.LIMIT_SESSION_PER_SECOND * WINDOW_SECONDS,
    seconds: WINDOW_SECONDS,
    lease: 20,
  }),
  address: leasedLimiter(redis, {
    name: 'address',
    points: config.LIMIT_ADDRESS_PER_SECOND * WINDOW_SECONDS,
    seconds: WINDOW_SECONDS,
    lease: 100,
  }),
  signIn: leasedLimiter(redis, {
    name: 'sign-in',
    points: config.LIMIT_SIGN_INS_PER_MINUTE,
    seconds: 60,
    lease: 1,
  }),
  newSession: leasedLimiter(redis, {
    name: 'new-session',
    points: config.LIMIT_NEW_SESSIONS_PER_MINUTE,
    seconds: 60,
    lease: 1,
  }),
});
