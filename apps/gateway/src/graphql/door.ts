import { type CorrelationId, newId } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../limits/limits.js';
import { signInTries } from '../limits/sign-in-tries.js';
import { nothingHere, refuse } from '../refuse.js';
import type { sessionCookie } from '../session/cookies.js';
import { preferencesOf } from '../session/preferences.js';
import type { Caller, Sessions } from '../session/sessions.js';
import { traceparentOf } from '../traceparent.js';
import type { Bff, BffAnswer } from './bff.js';
import type { OpenStreams } from './streams.js';

interface Parts {
  readonly house: Pick<House, 'meter'>;
  readonly bff: Bff;
  readonly sessions: Sessions;
  readonly cookie: ReturnType<typeof sessionCookie>;
  readonly limits: Limits;
  readonly streams: OpenStreams;
  readonly mostInFlight: number;
  readonly mostStreams: number;
}

export const SHOP = '/graphql';
export const OPS = '/ops/graphql';
const OTHER_METHODS = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

/** Answers of the BFF that a browser gets; the rest is between the two of us. */
const RETURNED = ['content-type', 'idempotency-replayed', 'retry-after', 'cache-control'] as const;

/** GraphQL at the door: who is it, may they, and then bytes in and bytes out. */
export function graphqlDoor(app: FastifyInstance, parts: Parts): void {
  const { house, bff, sessions, cookie, limits, streams } = parts;
  let inFlight = 0;

  app.post(SHOP, (request, reply) => handle(request, reply, SHOP));
  app.get(SHOP, { exposeHeadRoute: false }, (request, reply) => handle(request, reply, request.url));
  app.route({
    method: OTHER_METHODS,
    url: SHOP,
    handler: (_, reply) =>
      refuse(reply.header('allow', 'GET, POST'), 405, {
        code: 'METHOD_NOT_ALLOWED',
        message: 'Use POST, or GET for the feed',
      }),
  });
  app.post(OPS, (request, reply) => handle(request, reply, OPS));
  app.route({ method: ['GET', ...OTHER_METHODS], url: OPS, handler: (_, reply) => nothingHere(reply) });

  async function handle(request: FastifyRequest, reply: FastifyReply, path: string): Promise<FastifyReply> {
    if (inFlight >= parts.mostInFlight) return busy(reply, 503, 1);
    const late = await limits.address(request.ip);
    if (late !== null) return busy(reply, 429, late);
    inFlight += 1;
    try {
      const caller = await callerOf(request, reply, path);
      if (!caller) return reply;
      const wait = (await limits.session(caller.sessionId)) ?? (await tooManySignIns(request));
      if (wait !== null) return busy(reply, 429, wait);
      return await pass(request, reply, { caller, path });
    } finally {
      inFlight -= 1;
    }
  }

  function busy(reply: FastifyReply, status: 429 | 503, retryAfter: number): FastifyReply {
    house.meter.count('shed_total', { status: String(status) });
    return refuse(reply, status, {
      code: 'TOO_BUSY',
      message: 'Many people right now; try again shortly',
      retryAfter,
    });
  }

  async function tooManySignIns(request: FastifyRequest): Promise<number | null> {
    for (let tries = signInTries(bodyOf(request)); tries > 0; tries -= 1) {
      const wait = await limits.signIn(request.ip);
      if (wait !== null) return wait;
    }
    return null;
  }

  /** The caller of the cookie, or a new guest; a mutation with a key needs a session that is there already. */
  async function callerOf(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
  ): Promise<Caller | null> {
    const token = cookie.read(request.headers.cookie);
    const known = token ? await sessions.find(token) : null;
    if (known) return known;
    if (path === OPS) {
      nothingHere(reply);
      return null;
    }
    if (request.headers['idempotency-key'] !== undefined) {
      refuse(reply, 401, {
        code: 'NO_SESSION',
        message: 'Ask for anything first: the answer brings a session cookie',
      });
      return null;
    }
    const wait = await limits.newSession(request.ip);
    if (wait !== null) {
      busy(reply, 429, wait);
      return null;
    }
    const opened = await sessions.open(preferencesOf(request.headers['accept-language']));
    reply.header('set-cookie', cookie.write(opened.sessionToken));
    return opened;
  }

  async function pass(
    request: FastifyRequest,
    reply: FastifyReply,
    { caller, path }: { caller: Caller; path: string },
  ): Promise<FastifyReply> {
    const correlationId = newId<CorrelationId>();
    reply.header('x-correlation-id', correlationId);
    const forward = {
      method: request.method as 'GET' | 'POST',
      path,
      headers: request.headers,
      body: bodyOf(request),
      caller,
      correlationId,
      traceparent: traceparentOf(request),
    };
    const live = String(request.headers.accept ?? '').includes('text/event-stream');
    if (live && streams.of(caller.sessionId) >= parts.mostStreams) return busy(reply, 429, 5);
    const answer = await (live ? bff.stream(forward) : bff.call(forward));
    for (const name of RETURNED) {
      const value = answer.headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    const next = header(answer.headers['x-set-session']);
    if (next) {
      sessions.forget(caller.sessionToken);
      // Whoever the old session was must not hear any more of what is theirs.
      streams.closeOf(caller.sessionId);
      reply.header('set-cookie', cookie.write(next));
    }
    if (header(answer.headers['content-type'])?.startsWith('text/event-stream'))
      return stream(reply, answer, caller);
    return reply.code(answer.status).send(Buffer.from(await answer.body.arrayBuffer()));
  }

  /** Passes a live stream on as it comes: never buffered, never compressed. */
  function stream(reply: FastifyReply, answer: BffAnswer, caller: Caller): FastifyReply {
    const end = () => {
      answer.body.destroy();
      reply.raw.end();
    };
    reply.hijack();
    // Who left while the feed was being opened will not close it.
    if (reply.raw.destroyed) {
      answer.body.destroy();
      return reply;
    }
    const remove = streams.add(caller.sessionId, end);
    reply.raw.writeHead(answer.status, {
      ...(reply.getHeaders() as Record<string, string>),
      // Nobody on the way may keep, collect or compress what is meant to arrive now.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    reply.raw.on('close', () => {
      remove();
      answer.body.destroy();
    });
    answer.body.on('error', end);
    answer.body.pipe(reply.raw);
    return reply;
  }
}

const bodyOf = ({ body }: FastifyRequest): Buffer | null => (body as Buffer | undefined) ?? null;

const header = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
