import { ATTEMPT_STATES, type AttemptState } from '@evenkeel/contracts';
import type { AttemptId, Money, OrderId, RefundId } from '@evenkeel/kernel';

/** One attempt to be paid. */
export interface Attempt {
  readonly attemptId: AttemptId;
  readonly orderId: OrderId;
  readonly state: AttemptState;
  /** Null only for an attempt that was closed before it was opened. */
  readonly amount: Money | null;
  /** Forgotten as soon as the charge cannot have to be sent again. */
  readonly token: string | null;
  /** What the bank took, whatever was asked for. */
  readonly taken: Money | null;
  /** Minor units of what was taken that go back or have gone back. */
  readonly refunded: number;
  readonly bankReference: string | null;
  /** The order wants it closed: the bank is asked to void it instead of what became of it. */
  readonly voidWanted: boolean;
  /** How often the bank was asked what became of it, or to void it. */
  readonly queries: number;
  readonly nextQueryAt: Date | null;
  /** Counts published changes, without gaps. */
  readonly version: number;
}

/** Money on its way back. */
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
  readonly nextAskAt: Date | null;
}

const ended = ['captured', 'declined', 'voided', 'amount-mismatch'] as const;

/** Every way that an attempt may go. There is none back, and none out of an end. */
export const TRANSITIONS: { readonly [From in AttemptState]: readonly AttemptState[] } = {
  initiated: ['unknown', 'pending', ...ended],
  unknown: ['pending', ...ended],
  pending: ended,
  captured: [],
  declined: [],
  voided: [],
  'amount-mismatch': [],
};

export const isOpen = (state: AttemptState): boolean => TRANSITIONS[state].length > 0;

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
