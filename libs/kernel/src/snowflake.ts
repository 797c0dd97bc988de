import type { Clock } from './clock.js';
import type { OrderId } from './ids.js';

/** 2025-01-01T00:00:00Z: order numbers count milliseconds from here. */
export const SNOWFLAKE_EPOCH = Date.UTC(2025, 0, 1);
const WORKER_BITS = 10n;
const SEQUENCE_BITS = 12n;
export const MAX_WORKER = 2 ** Number(WORKER_BITS) - 1;
const MAX_SEQUENCE = 2 ** Number(SEQUENCE_BITS) - 1;

/** What a generator needs: a worker number nobody else holds, and the latest millisecond that worker ever used. */
export interface SnowflakeWorker {
  readonly workerId: number;
  readonly lastMs: number;
}

/**
 * Makes order numbers: 41 bits of milliseconds, 10 bits of worker, 12 bits of sequence (after Twitter's Snowflake).
 * A clock that steps back is not followed: numbers go on from the latest millisecond used, borrowing from the future
 * when a millisecond is full, so they never repeat and never go down.
 */
export function snowflakeGenerator(
  worker: SnowflakeWorker,
  clock: Clock,
): { next(): OrderId; lastMs(): number } {
  if (worker.workerId < 0 || worker.workerId > MAX_WORKER) {
    throw new RangeError(`Worker ${worker.workerId} is outside 0 to ${MAX_WORKER}`);
  }
  let lastMs = worker.lastMs;
  let sequence = MAX_SEQUENCE;
  return {
    next() {
      const now = clock.now();
      if (now > lastMs) {
        lastMs = now;
        sequence = 0;
      } else if (sequence < MAX_SEQUENCE) {
        sequence += 1;
      } else {
        lastMs += 1;
        sequence = 0;
      }
      const ms = BigInt(lastMs - SNOWFLAKE_EPOCH);
      const number =
        (ms << (WORKER_BITS + SEQUENCE_BITS)) | (BigInt(worker.workerId) << SEQUENCE_BITS) | BigInt(sequence);
      return number.toString() as OrderId;
    },
    lastMs: () => lastMs,
  };
}
