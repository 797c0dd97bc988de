import { childSpan } from '@evenkeel/messaging';
import type { FastifyRequest } from 'fastify';

const spans = new WeakMap<FastifyRequest, string>();

/** The span of this request at the door, one for everything that is done for it; a trace begins here where none came along. */
export function traceparentOf(request: FastifyRequest): string {
  const known = spans.get(request);
  if (known) return known;
  const { traceparent } = request.headers;
  const span = childSpan(typeof traceparent === 'string' ? traceparent : undefined);
  spans.set(request, span);
  return span;
}
