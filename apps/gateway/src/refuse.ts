import { parseTraceparent } from '@evenkeel/kernel';
import type { FastifyReply } from 'fastify';
import { traceparentOf } from './traceparent.js';

/** A request that is turned away at the door, in the form that GraphQL clients read. */
export function refuse(
  reply: FastifyReply,
  status: number,
  problem: { readonly code: string; readonly message: string; readonly retryAfter?: number },
): FastifyReply {
  const { code, message, retryAfter } = problem;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const traceId = parseTraceparent(traceparentOf(reply.request))?.traceId;
  const extensions = { code, ...(retryAfter === undefined ? {} : { retryAfter }), traceId };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send({ errors: [{ message, extensions }] });
}

/** The same for an unknown address and for one that is not for the caller. */
export const nothingHere = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 404, { code: 'NOT_FOUND', message: 'There is nothing here' });
