import type { AttemptState } from '@evenkeel/contracts';
import type { AttemptId, CorrelationId, Money, OrderId, RefundId } from '@evenkeel/kernel';

/** A try to be paid. */
export interface Attempt {
  readonly attemptId: AttemptId;
  readonly orderId: OrderId;
  readonly state: AttemptState;
  readonly amount: Money;
  readonly token: string | null;
  /** The order does not want the money any more: the bank is asked to close the attempt. */
  readonly wantsVoid: boolean;
  readonly taken: Money | null;
  readonly refunded: number;
  readonly bankReference: string | null;
  readonly queries: number;
  /** Milliseconds from now until the bank is asked; null when it has decided. */
  readonly askInMs: number | null;
  readonly correlationId: CorrelationId;
  readonly version: number;
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
  readonly correlationId: CorrelationId;
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

export const OPEN: readonly AttemptState[] = ['initiated', 'pending', 'unknown'];

export const isOpen = (attempt: Pick<Attempt, 'state'>): boolean => OPEN.includes(attempt.state);

/** Every legal change of state; what the bank has decided stays decided. */
export const TRANSITIONS: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
  initiated: ['pending', 'unknown', 'captured', 'declined', 'voided', 'amount-mismatch'],
  pending: ['unknown', 'captured', 'declined', 'voided', 'amount-mismatch'],
  unknown: ['pending', 'captured', 'declined', 'voided', 'amount-mismatch'],
  captured: [],
  declined: [],
  voided: [],
  'amount-mismatch': [],
};
