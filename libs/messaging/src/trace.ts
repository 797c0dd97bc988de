import { randomBytes } from 'node:crypto';
import { formatTraceparent, parseTraceparent, type Traceparent } from '@evenkeel/kernel';

/** One in so many new traces is sampled; an incoming decision is kept. */
const SAMPLE_ONE_IN = 100;

let pool = Buffer.alloc(0);
let used = 0;

/** Hex digits from a pool, since a system call for each span would cost more than the span. */
function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    pool = randomBytes(4_096);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}

/** A span of its own under the given one; a new trace where there is none. */
export function childSpan(parent: string | null | undefined): Traceparent {
  const known = parseTraceparent(parent);
  if (known) return formatTraceparent(known.traceId, randomHex(8), known.sampled);
  const traceId = randomHex(16);
  return formatTraceparent(
    traceId,
    randomHex(8),
    Number.parseInt(traceId.slice(-4), 16) % SAMPLE_ONE_IN === 0,
  );
}
