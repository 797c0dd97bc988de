import type { Keyed } from '@evenkeel/contracts';
import { Problem } from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';

/** The key of the request; the door has checked that a keyed operation has one. */
export function requireKey({ request }: RequestContext): string {
  if (request.key === null) throw new Problem('house.internal', 'A keyed operation came without its key');
  return request.key;
}

/** The result of a keyed command; a replay is told to the client by a header. */
export function resultOf<R>(context: RequestContext, answer: Keyed<R>): R {
  if (answer.replayed) context.reply.header('idempotency-replayed', 'true');
  return answer.result;
}
