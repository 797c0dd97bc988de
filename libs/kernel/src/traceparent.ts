import type { Brand } from './brand.js';

/** `00-<trace id>-<span id>-<flags>` of W3C Trace Context. */
export type Traceparent = Brand<string, 'Traceparent'>;

const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The parts of a traceparent, or null when it is not one (a stranger's header is never an error). */
export function parseTraceparent(text: string | null | undefined) {
  const match = text ? FORM.exec(text) : null;
  if (!match) return null;
  const [, traceId = '', spanId = '', flags = ''] = match;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** Writes a traceparent; `random` gives hex digits, so that this file stays pure. */
export function formatTraceparent(traceId: string, spanId: string, sampled: boolean): Traceparent {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}` as Traceparent;
}
