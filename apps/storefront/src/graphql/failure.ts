import type { CombinedError } from '@urql/core';

/**
 * Why an answer did not come: no connection, many people at once (come back after `retryAfter` seconds),
 * or a fault of ours with the trace id that support can look up.
 */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'busy'; readonly retryAfter: number }
  | { readonly kind: 'fault'; readonly trace: string | null };

interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

const PATIENCE_S = 5;

/** Reads an error of the client into the three things that a shopper can do something about. */
export function failureOf(
  error: Pick<CombinedError, 'networkError' | 'graphQLErrors' | 'response'>,
): Failure {
  const answer = error.response as HttpAnswer | undefined;
  const code = error.graphQLErrors[0]?.extensions.code;
  // 503 says either that too many ask, or that a part of the shop is away.
  if (answer?.status === 429 || (answer?.status === 503 && code !== 'UNAVAILABLE')) {
    const seconds = Number(answer.headers.get('retry-after'));
    return { kind: 'busy', retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : PATIENCE_S };
  }
  if (error.networkError && !answer) return { kind: 'offline' };
  const trace = error.graphQLErrors[0]?.extensions.traceId;
  return { kind: 'fault', trace: typeof trace === 'string' ? trace : null };
}
