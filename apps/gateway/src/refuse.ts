import type { FastifyReply } from 'fastify';

/** A request that is turned away at the door, in the form that GraphQL clients read. */
export function refuse(
  reply: FastifyReply,
  status: number,
  problem: { readonly code: string; readonly message: string; readonly retryAfter?: number },
): FastifyReply {
  const { code, message, retryAfter } = problem;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const extensions = retryAfter === undefined ? { code } : { code, retryAfter };
  return reply
    .code(status)
    .type('application/json')
    .send({ errors: [{ message, extensions }] });
}
