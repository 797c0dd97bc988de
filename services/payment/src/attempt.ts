import { ATTEMPT_STATES, type AttemptState } from '@evenkeel/contracts';
import type { AttemptId, Cause, CorrelationId, Money, OrderId, RefundId } from '@evenkeel/kernel';

/** What follows from the bank's word goes on under it, since the bank does not know it. */
export type Origin = Pick<Cause, 'correlationId' | 'runId'>;

export const originOf = (correlationId: CorrelationId, runId: string | null | undefined): Origin => ({
  correlationId,
  ...(runId ? { runId } : {}),
});

/** A try to be paid. */
export interface Attempt {
  readonly attemptId: AttemptId;
  readonly orderId: OrderId;
  readonly state: AttemptState;
  readonly amount: Money;
  readonly token: string | null;
  /** The order does not want the money any more: the bank is asked to close the attempt. */
  readonly wantsVoid: boolean;
  /** It was said once that the bank does not answer. */
  readonly doubted: boolean;
  readonly taken: Money | null;
  readonly refunded: number;
  readonly bankReference: string | null;
  readonly queries: number;
  /** Milliseconds from now until the bank is asked; null when it has decided. */
  readonly askInMs: number | null;
  readonly origin: Origin;
  /** Counts published changes, without gaps; 0 before the first. */
  readonly version: number;
  /** Counts every write of the row; what a write must still find. */
  readonly revision: number;
}

/** Money that goes back. */
export interface Refund {
  readonly refundId: RefundId;
  readonly attemptId: AttemptId;
  readonly orderId: OrderId;
  readonly amount: Money;
  readonly reason: string;
  readonly ofMismatch: boolean;
  readonly state: 'asked' | 'done';
  readonly bankReference: string | null;
  readonly tries: number;
  readonly retryInMs: number | null;
  readonly origin: Origin;
}

/** What the bank says of an attempt, however we heard it. */
export type BankStatement =
  | {
      readonly status: 'captured';
      readonly taken: Money;
      readonly fee: Money;
      readonly bankReference: string;
      readonly at: string;
    }
  | { readonly status: 'declined'; readonly reason: string | null }
  | { readonly status: 'voided' }
  | { readonly status: 'pending' }
  /** The bank has never heard of it: not an answer, since our request may still be on its way. */
  | { readonly status: 'not-found' }
  /** No answer, or a failure of the bank's own: neither yes nor no. */
  | { readonly status: 'no-answer'; readonly why: string };

const decided = ['captured', 'declined', 'voided', 'amount-mismatch'] as const;

/** Every legal change of state: only forward, and what the bank has decided stays decided. */
export const TRANSITIONS: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
  initiated: ['unknown', 'pending', ...decided],
  unknown: ['pending', ...decided],
  pending: decided,
  captured: [],
  declined: [],
  voided: [],
  'amount-mismatch': [],
};

export const isOpen = ({ state }: Pick<Attempt, 'state'>): boolean => TRANSITIONS[state].length > 0;

/** It is open, or took the order's money: another attempt of the order may not begin. */
export const blocksAnother = (attempt: Pick<Attempt, 'state'>): boolean =>
  isOpen(attempt) || attempt.state === 'captured';

/** Run at start: throws unless every way leads forward to an end. */
export function validateTransitions(transitions = TRANSITIONS): void {
  for (const from of ATTEMPT_STATES) {
    const reached = new Set<AttemptState>();
    const queue = [...transitions[from]];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (next === from) throw new Error(`An attempt could come back to ${from}`);
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(...transitions[next]);
    }
    const ends = [...reached].some((state) => transitions[state].length === 0);
    if (transitions[from].length > 0 && !ends) throw new Error(`An attempt could stay ${from} for ever`);
  }
}
