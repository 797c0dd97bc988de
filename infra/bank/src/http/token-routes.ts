import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BatchLine } from '../batch-line.js';
import type { Booked } from '../book/bookkeeper.js';
import type { BookRequest } from '../book/requests.js';
import { readCard } from '../cards.js';
import { readBody } from './read-body.js';

const cardBody = z.strictObject({
  number: z.string().max(30),
  expMonth: z.int().min(1).max(12),
  expYear: z.int().min(2_000).max(2_100),
  cvc: z.string().regex(/^\d{3,4}$/),
});

/** Where a browser turns a card into a token that can be used once. The card itself is kept nowhere. */
export function tokenRoutes(
  app: FastifyInstance,
  parts: { readonly line: BatchLine<BookRequest, Booked>; readonly shopUrl: string },
): void {
  const origins = originsOf(parts.shopUrl);

  /** False when another site's page asks. Programs that are no browser send no origin. */
  function allowed(request: FastifyRequest, reply: FastifyReply): boolean {
    const { origin } = request.headers;
    reply.header('vary', 'origin').header('cache-control', 'no-store');
    if (origin === undefined) return true;
    if (!origins.has(origin)) return false;
    reply.header('access-control-allow-origin', origin);
    return true;
  }
  const notHere = { error: 'foreign-origin', message: 'Cards are taken on the pages of the shop only' };

  app.options('/tokens', async (request, reply) => {
    if (!allowed(request, reply)) return reply.code(403).send(notHere);
    return reply
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type')
      .header('access-control-max-age', '600')
      .code(204)
      .send();
  });

  app.post('/tokens', async (request, reply) => {
    if (!allowed(request, reply)) return reply.code(403).send(notHere);
    const behaviour = readCard(readBody(request.body, cardBody), new Date());
    if (typeof behaviour !== 'string')
      return reply.code(422).send({ error: 'card-refused', message: behaviour.refused });
    const token = `tok_${randomBytes(18).toString('base64url')}`;
    await parts.line.push({ type: 'keep-token', token, behaviour });
    return reply.code(201).send({ token });
  });
}

/** The shop's own origin; on a developer's machine it has two names. */
function originsOf(shopUrl: string): ReadonlySet<string> {
  const url = new URL(shopUrl);
  const origins = new Set([url.origin]);
  if (url.hostname !== 'localhost') return origins;
  url.hostname = '127.0.0.1';
  return origins.add(url.origin);
}
