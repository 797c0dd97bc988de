import type { House } from '@evenkeel/runtime';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { GatewayConfig } from './config.js';
import { OPS, SHOP } from './graphql/door.js';
import { refuse } from './refuse.js';
import { isOurOwn, originsOf } from './same-origin.js';

/** The BFF's words for what the door refuses in its place. */
const CODES: Readonly<Record<number, string>> = { 413: 'BODY_TOO_LARGE', 415: 'NOT_JSON' };

/** The HTTP server: security headers, forged requests refused, bodies kept as bytes. */
export async function createServer(
  house: Pick<House, 'log' | 'meter'>,
  config: GatewayConfig,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: config.MOST_BODY_BYTES,
    keepAliveTimeout: 65_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  const secure = config.PUBLIC_URL.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", config.BANK_PUBLIC_URL],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));

  const own = originsOf(config.PUBLIC_URL);
  const guarded = new Set<string | undefined>([SHOP, OPS]);
  app.addHook('onRequest', async (request, reply) => {
    if (!guarded.has(request.routeOptions.url) || isOurOwn(request.headers, own)) return;
    house.meter.count('forged_total', {});
    return refuse(reply, 403, { code: 'FOREIGN_ORIGIN', message: 'Requests from other sites are not taken' });
  });

  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500)
      return refuse(reply, status, { code: CODES[status] ?? 'BAD_REQUEST', message: error.message });
    house.log.error({ err: error, url: request.url.split('?')[0] }, 'A request failed at the door');
    return refuse(reply, 503, {
      code: 'UNAVAILABLE',
      message: 'A part of the shop does not answer; try again',
      retryAfter: 1,
    });
  });
  return app;
}
