import type { AttemptState } from '@evenkeel/contracts';
import { assertNever, equals } from '@evenkeel/kernel';
import { type Attempt, type BankStatement, isOpen, TRANSITIONS } from '../../attempt.js';

/** What there is to say after a step. */
export type News = 'captured' | 'declined' | 'in-doubt' | 'voided' | 'amount-mismatch' | null;

export interface Step {
  readonly attempt: Attempt;
  readonly news: News;
  /** What the bank says cannot be true together with what it said before: nothing is changed, somebody must look. */
  readonly contradiction?: string;
}

/** How long a call to the bank may be on its way before the sweeper asks what became of it. */
export const IN_FLIGHT_MS = 5_000;
const FIRST_QUERY_MS = 1_000;
const LONGEST_QUERY_MS = 60_000;

/** When the bank is asked the next time: later and later, for as long as it takes. */
export const askAfter = (queries: number): number =>
  Math.min(LONGEST_QUERY_MS, FIRST_QUERY_MS * 2 ** queries);

/** A change that is published counts as a version; one that is only written down does not. */
function go(
  attempt: Attempt,
  state: AttemptState,
  change: Partial<Attempt> & { readonly said: boolean },
): Attempt {
  if (!TRANSITIONS[attempt.state].includes(state)) {
    throw new Error(`An attempt cannot go from ${attempt.state} to ${state}`);
  }
  const { said, ...changes } = change;
  return { ...attempt, ...changes, state, version: attempt.version + (said ? 1 : 0) };
}

const decided = { token: null, askInMs: null, said: true } as const;

/**
 * What the bank's word does to an attempt: answer, query and callback are the same here, whichever comes first. An
 * attempt that is decided is not moved by anything that is said later.
 */
export function hear(attempt: Attempt, statement: BankStatement): Step {
  if (!isOpen(attempt)) return afterTheEnd(attempt, statement);
  switch (statement.status) {
    case 'captured': {
      const { taken, bankReference } = statement;
      const state = captureOf(attempt, statement);
      return { attempt: go(attempt, state, { ...decided, taken, bankReference }), news: state };
    }
    case 'declined':
      return { attempt: go(attempt, 'declined', decided), news: 'declined' };
    case 'voided':
      return { attempt: go(attempt, 'voided', decided), news: 'voided' };
    case 'pending':
      return {
        attempt: later(attempt.state === 'pending' ? attempt : go(attempt, 'pending', { said: false })),
        news: null,
      };
    case 'not-found':
      return { attempt: later(attempt), news: null };
    case 'no-answer':
      // Doubt is said once, and the bank has the charge in hand once it said so.
      return attempt.state === 'initiated'
        ? { attempt: later(go(attempt, 'unknown', { doubted: true, said: true })), news: 'in-doubt' }
        : { attempt: later(attempt), news: null };
    default:
      return assertNever(statement);
  }
}

/** Captured is captured only if it is exactly the amount. */
const captureOf = (
  attempt: Attempt,
  statement: BankStatement & { readonly status: 'captured' },
): 'captured' | 'amount-mismatch' =>
  equals(statement.taken, attempt.amount) ? 'captured' : 'amount-mismatch';

/** Old news is no news. Money taken for an attempt that ended without any is for a person to look at. */
function afterTheEnd(attempt: Attempt, statement: BankStatement): Step {
  const silent = { attempt, news: null };
  const said = statement.status === 'captured' ? captureOf(attempt, statement) : statement.status;
  switch (said) {
    case 'pending':
    case 'not-found':
    case 'no-answer':
    case attempt.state:
      return silent;
    default:
      return { ...silent, contradiction: `It was ${attempt.state}, and the bank says ${said}` };
  }
}

const later = (attempt: Attempt): Attempt => ({
  ...attempt,
  queries: attempt.queries + 1,
  askInMs: askAfter(attempt.queries),
});
