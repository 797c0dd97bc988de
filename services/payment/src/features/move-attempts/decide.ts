import type { AttemptState } from '@evenkeel/contracts';
import { assertNever, equals } from '@evenkeel/kernel';
import { type Attempt, type BankStatement, isOpen, TRANSITIONS } from '../../attempt.js';

/** What there is to say after a step. */
export type News = 'captured' | 'declined' | 'in-doubt' | 'voided' | 'amount-mismatch' | null;

export interface Step {
  readonly attempt: Attempt;
  readonly news: News;
}

const FIRST_QUERY_MS = 1_000;
const LONGEST_QUERY_MS = 60_000;

/** When the bank is asked the next time: later and later, for as long as it takes. */
export const askAfter = (queries: number): number =>
  Math.min(LONGEST_QUERY_MS, FIRST_QUERY_MS * 2 ** queries);

function go(attempt: Attempt, state: AttemptState, change: Partial<Attempt>): Attempt {
  if (!TRANSITIONS[attempt.state].includes(state)) {
    throw new Error(`An attempt cannot go from ${attempt.state} to ${state}`);
  }
  return { ...attempt, ...change, state, version: attempt.version + 1 };
}

const decided = { token: null, askInMs: null } as const;

/**
 * What the bank's word does to an attempt: answer, query and callback are the same here, whichever comes first. An
 * attempt that is decided is not moved by anything that is said later.
 */
export function hear(attempt: Attempt, statement: BankStatement): Step {
  if (!isOpen(attempt)) return { attempt, news: null };
  switch (statement.status) {
    case 'captured': {
      const { taken, bankReference } = statement;
      const capture = { ...decided, taken, bankReference };
      return equals(taken, attempt.amount)
        ? { attempt: go(attempt, 'captured', capture), news: 'captured' }
        : { attempt: go(attempt, 'amount-mismatch', capture), news: 'amount-mismatch' };
    }
    case 'declined':
      return { attempt: go(attempt, 'declined', decided), news: 'declined' };
    case 'voided':
      return { attempt: go(attempt, 'voided', decided), news: 'voided' };
    case 'pending':
      return {
        attempt: later(attempt.state === 'pending' ? attempt : go(attempt, 'pending', {})),
        news: null,
      };
    case 'not-found':
      return { attempt: later(attempt), news: null };
    case 'no-answer':
      return attempt.state === 'unknown'
        ? { attempt: later(attempt), news: null }
        : { attempt: later(go(attempt, 'unknown', {})), news: 'in-doubt' };
    default:
      return assertNever(statement);
  }
}

const later = (attempt: Attempt): Attempt => ({
  ...attempt,
  queries: attempt.queries + 1,
  askInMs: askAfter(attempt.queries),
});
