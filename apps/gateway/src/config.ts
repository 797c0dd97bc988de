import { fileURLToPath } from 'node:url';
import { readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

const STOREFRONT = fileURLToPath(new URL('../../storefront/dist', import.meta.url));
const count = (usual: number) => z.coerce.number().int().min(1).default(usual);

/**
 * The settings of the gateway. The limits let 512 shoppers of one address through, so that a lecture hall, or a load
 * test, can shop.
 */
export function gatewayConfig(environment = process.env) {
  const own = {
    PORT: z.coerce.number().int().min(1).max(65_535).default(8_080),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z.url().default('http://localhost:8080'),
    BFF_URL: z.url(),
    BANK_PUBLIC_URL: z.url(),
    REDIS_URL: z.string().default('redis://127.0.0.1:6379'),
    STOREFRONT_DIR: z.string().default(STOREFRONT),
    /** Addresses or ranges of proxies whose X-Forwarded-For is believed; none by default. */
    TRUSTED_PROXIES: z.string().default(''),
    /** Requests a second, each kept up for ten seconds. */
    LIMIT_SESSION_PER_SECOND: count(60),
    LIMIT_ADDRESS_PER_SECOND: count(6_000),
    /** Sign-in tries of one address in a minute. */
    LIMIT_SIGN_INS_PER_MINUTE: count(120),
    /** New sessions of one address in a minute. */
    LIMIT_NEW_SESSIONS_PER_MINUTE: count(3_000),
    /** Live streams of one session at once: a page needs one. */
    MOST_STREAMS: count(20),
    /** Requests under way at once; more are shed. */
    MOST_IN_FLIGHT: count(1_500),
    MOST_BODY_BYTES: count(256 * 1_024),
  };
  const c = readConfig('gateway', own, environment);
  return { ...c, trustedProxies: c.TRUSTED_PROXIES.split(',').filter((proxy) => proxy !== '') };
}

export type GatewayConfig = ReturnType<typeof gatewayConfig>;
