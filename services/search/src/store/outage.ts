import { errors } from '@elastic/elasticsearch';
import { Problem } from '@evenkeel/contracts';

/** The server took the request but not this document, for a reason that passes. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

const PASSING = [429, 502, 503, 504];

/** Whether the server said that there is no such index (or alias). */
export const isIndexMissing = (error: unknown): boolean =>
  error instanceof errors.ResponseError && error.statusCode === 404;

/**
 * True for failures that are over when tried again: no answer, too much to do, or an index that is not there
 * because the server lost its data and the rebuild is not through yet.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof NotNow || isIndexMissing(error)) return true;
  if (error instanceof errors.ResponseError) return PASSING.includes(error.statusCode ?? 0);
  return (
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError
  );
}

/** Whether the reason why one document was not written passes by itself. */
export const passes = (status: number): boolean => status === 404 || PASSING.includes(status);

/** Answers a query, or says in the house's words that the index cannot be asked now. */
export async function orUnavailable<Answer>(ask: Promise<Answer>): Promise<Answer> {
  try {
    return await ask;
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new Problem('house.unavailable', 'The index does not answer; try again in a moment', {
      cause: String(error),
    });
  }
}
