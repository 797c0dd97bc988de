import type { OrderFacts, OrderSnapshot, OrderStateName, Rejection } from '@evenkeel/contracts';
import { type AttemptId, type CustomerId, type Money, money, type RefundId } from '@evenkeel/kernel';

/** A key of the order's owner whose result the saga still owes. */
export interface PendingKey {
  readonly operation: string;
  readonly key: string;
}

/** A key in its scope. */
export interface KeyId extends PendingKey {
  readonly caller: CustomerId;
}

/** Money that is going back, and what it still waits for. */
export interface Refund {
  readonly refundId: RefundId;
  readonly reason: 'requested' | 'cancelled' | 'late-capture' | 'stock-gone';
  readonly wasPaid: boolean;
  readonly waitsForPoints: boolean;
  /** Set when the bank was asked. */
  readonly amount: Money | null;
  readonly shortfallPoints: number;
  readonly shortfall: Money;
}

/** What the saga is doing within a state. */
export type Step =
  | 'reserving-stock'
  | 'holding-benefits'
  | 'awaiting-payment'
  | 'settling'
  /** Everything is being held again for money that came late, or for a hold that was gone. */
  | 'reserving-again'
  | 'holding-benefits-again'
  | 'refunding'
  /** Ended, but an attempt is still open at the bank. */
  | 'closing-payment'
  | 'ended';

/** Where an order stands: all that ever changes of it. */
export interface Progress {
  readonly state: OrderStateName;
  readonly step: Step;
  /** Counts published changes, without gaps. */
  readonly version: number;
  readonly round: number;
  readonly payBy: string | null;
  readonly openAttempt: AttemptId | null;
  readonly captured: { readonly attemptId: AttemptId | null; readonly amount: Money } | null;
  readonly refund: Refund | null;
  readonly refunded: Money | null;
  readonly rejection: Rejection | null;
  readonly pending: readonly PendingKey[];
  /** When the sweeper looks again; null when nothing is owed. */
  readonly deadlineAt: string | null;
  /** How often the sweeper has already repeated the step. */
  readonly attempts: number;
  /** The cart lines it came from, to be taken out of the cart once. */
  readonly fromCart: boolean;
}

export interface Order {
  readonly facts: OrderFacts;
  readonly progress: Progress;
}

/** The part of a snapshot that changes; stored as the result of a key, the facts are joined when it is replayed. */
export type ProgressSnapshot = Omit<OrderSnapshot, 'facts'>;

export function snapshotOf(progress: Progress): ProgressSnapshot {
  return {
    state: progress.state,
    version: progress.version,
    payBy: progress.payBy,
    paymentInProgress: progress.openAttempt !== null,
    captured: progress.captured?.amount ?? null,
    refunded: progress.refunded,
    rejection: progress.rejection,
  };
}

export const totalOf = (facts: OrderFacts): Money => money(facts.price.total, facts.price.currency);

/** Points or a coupon must be held, and given back, beside the stock. */
export const hasBenefits = (facts: OrderFacts): boolean =>
  facts.price.pointsSpent > 0 || facts.coupon !== null;
