import type { Database } from '@evenkeel/postgres';
import { type FastifyError, type FastifyInstance, fastify } from 'fastify';
import type { BatchLine } from './batch-line.js';
import type { Booked } from './book/bookkeeper.js';
import type { BookRequest } from './book/requests.js';
import type { Courier } from './callbacks/courier.js';
import { testCards } from './cards.js';
import type { BankConfig } from './config.js';
import { chargeRoutes } from './http/charge-routes.js';
import { Unreadable } from './http/read-body.js';
import { settlementRoutes } from './http/settlement-routes.js';
import { signedScope } from './http/signed-scope.js';
import { onlyFromThisMachine, switchboardRoutes } from './http/switchboard-routes.js';
import { tokenRoutes } from './http/token-routes.js';
import { type ChargeRow, selectCharges, toCharge } from './store/book-store.js';
import type { Switchboard } from './switchboard.js';
import { Tally } from './tally.js';

/** Requests that wait for the book; past this, new ones are turned away untried. */
const MAX_WAITING = 5_000;
const BODY_LIMIT = 65_536;

interface Parts {
  readonly config: BankConfig;
  readonly db: Database;
  readonly line: BatchLine<BookRequest, Booked>;
  readonly courier: Courier;
  readonly switchboard: Switchboard;
  readonly log: {
    error(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
}

/** The bank's doors: for the shop (signed), for browsers (tokens), for whoever plays with faults. */
export function bankServer(parts: Parts): FastifyInstance {
  const { config, db, line, courier, switchboard, log } = parts;
  const tally = new Tally();
  const isDemo = config.EVENKEEL_MODE === 'demo';
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, keepAliveTimeout: 60_000 });

  // The very bytes, since signatures and digests are over them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (_request, reply) => {
    if (line.length >= MAX_WAITING) return reply.code(503).header('retry-after', '1').send({ error: 'busy' });
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Unreadable)
      return reply.code(400).send({ error: 'unreadable', message: error.message });
    if (error.statusCode && error.statusCode < 500)
      return reply.code(error.statusCode).send({ error: error.code, message: error.message });
    log.error({ err: error, url: request.url }, 'A request failed');
    return reply.code(500).send({ error: 'internal', message: 'The bank failed; its log says why' });
  });

  app.get('/', () => ({
    name: 'The demo bank',
    testCards: isDemo ? testCards() : [],
  }));
  void app.register(async (scope) => {
    signedScope(scope, {
      shopSecret: config.BANK_SIGNING_SHOP_SECRET,
      bankSecret: config.BANK_SIGNING_BANK_SECRET,
      onRefused: (why) => {
        tally.notBelieved += 1;
        log.warn({ why }, 'A request was not believed');
      },
    });
    const find = async (reference: string) => {
      const [row] = await db.query<ChargeRow>(selectCharges([reference]));
      return row ? toCharge(row) : null;
    };
    chargeRoutes(scope, { line, find, switchboard, tally });
    settlementRoutes(scope, db);
    const faults = async (inner: FastifyInstance) =>
      switchboardRoutes(inner, { switchboard, tally, courier });
    if (isDemo) void scope.register(faults, { prefix: '/merchant' });
  });
  tokenRoutes(app, { line, shopUrl: config.PUBLIC_URL });
  if (isDemo)
    void app.register(async (scope) => {
      onlyFromThisMachine(scope);
      switchboardRoutes(scope, { switchboard, tally, courier });
    });
  return app;
}
