import type { Rejection } from '@evenkeel/contracts';
import type { AttemptId, Money, RefundId } from '@evenkeel/kernel';
import type { PendingKey } from '../../order.js';

/** Everything that can happen to an order after it was placed, in the order's own words. */
export type SagaInput =
  | { readonly type: 'stock-held'; readonly round: number }
  | { readonly type: 'benefits-held'; readonly round: number }
  | { readonly type: 'hold-refused'; readonly round: number; readonly rejection: Rejection }
  | { readonly type: 'hold-gone'; readonly round: number }
  | { readonly type: 'pay'; readonly attemptId: AttemptId; readonly token: string; readonly key: PendingKey }
  | { readonly type: 'captured'; readonly attemptId: AttemptId; readonly amount: Money }
  | {
      readonly type: 'attempt-failed';
      readonly attemptId: AttemptId;
      readonly reason: 'declined' | 'voided' | 'amount-mismatch';
      readonly bankReason: string | null;
    }
  | { readonly type: 'money-returned'; readonly refundId: RefundId; readonly amount: Money }
  | { readonly type: 'points-reversed'; readonly shortfallPoints: number; readonly shortfall: Money }
  | { readonly type: 'dispatched' }
  | { readonly type: 'delivered' }
  | { readonly type: 'cancel' }
  | { readonly type: 'request-refund' }
  | { readonly type: 'deadline' };
