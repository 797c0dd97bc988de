import type { IncomingMessage } from 'node:http';
import { type Cause, type CorrelationId, newId, parseTraceparent } from '@evenkeel/kernel';
import { childSpan } from '@evenkeel/messaging';
import type { House } from '@evenkeel/runtime';
import type { Identity, RequestFacts } from '../request/request-context.js';

export type Headers = IncomingMessage['headers'];

/** One value of a header; a header that came twice is joined and so fails the checks of its value. */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  return Array.isArray(value) ? value.join(', ') : value;
}

/** What the gateway says about the request. A trace begins here where none came along. */
export function factsOf(headers: Headers): Omit<RequestFacts, 'key'> {
  const traceparent = childSpan(headerOf(headers, 'traceparent'));
  const correlationId = (headerOf(headers, 'x-correlation-id') ?? newId<CorrelationId>()) as CorrelationId;
  return {
    sessionToken: headerOf(headers, 'x-session-token'),
    cause: { id: null, correlationId, traceparent, ...runOf(headers) },
    traceId: parseTraceparent(traceparent)?.traceId ?? correlationId,
  };
}

/** The run of a test or an experiment that the request belongs to: a word that its messages carry along. */
function runOf(headers: Headers): Pick<Cause, 'runId'> {
  const runId = headerOf(headers, 'x-run-id');
  return runId !== null && /^[\w.-]{1,64}$/.test(runId) ? { runId } : {};
}

/** Who the identity token stands for, or null without one. Throws `house.not-signed-in` for one that does not hold. */
export async function identityOf(headers: Headers, tokens: House['tokens']): Promise<Identity | null> {
  const token = headerOf(headers, 'x-identity-token');
  if (token === null) return null;
  const { expiresAt, ...caller } = await tokens.verify(token);
  return { caller, token, expiresAt };
}
