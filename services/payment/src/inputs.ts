import { openPayment, refundPayment, voidPayment } from '@evenkeel/contracts';
import type { AttemptId, RefundId } from '@evenkeel/kernel';
import { type ItemOf, localInput } from '@evenkeel/messaging';
import type { BankStatement } from './attempt.js';

/** The bank's word on an attempt: as an answer, to a question of ours, or in a callback (which has an id). */
export interface Spoken {
  readonly attemptId: AttemptId;
  readonly statement: BankStatement;
  readonly webhookId: string | null;
}
export const bankSpoke = localInput<Spoken>()('payment.bank-spoke');

/** What became of a callback: `known` was taken before, `refused` is about an attempt that is not ours. */
export interface Heard {
  readonly outcome: 'accepted' | 'known' | 'refused';
  readonly why: string | null;
}

/** The bank's word on a refund: done under this reference, or no answer yet. */
export const refundSpoke = localInput<{
  readonly refundId: RefundId;
  readonly bankReference: string | null;
}>()('payment.refund-spoke');

/** Everything that moves attempts and refunds. */
export const inputs = [openPayment, voidPayment, refundPayment, bankSpoke, refundSpoke] as const;
export type PaymentItem = ItemOf<(typeof inputs)[number]>;
