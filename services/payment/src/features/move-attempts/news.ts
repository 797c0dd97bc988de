import {
  paymentAmountMismatched,
  paymentCaptured,
  paymentDeclined,
  paymentInDoubt,
  paymentRefunded,
  paymentVoided,
} from '@evenkeel/contracts';
import { assertNever, derivedId, type RefundId } from '@evenkeel/kernel';
import type { Item, Work } from '@evenkeel/messaging';
import type { Attempt, BankStatement, Refund } from '../../attempt.js';
import type { Step } from './decide.js';

/** A refund that payment owes by itself: the bank took another amount than the order's. */
export function refundOfMismatch(attempt: Attempt): Refund {
  if (!attempt.taken) throw new Error(`Attempt ${attempt.attemptId} has taken nothing to refund`);
  return {
    refundId: derivedId<RefundId>('mismatch', attempt.attemptId),
    attemptId: attempt.attemptId,
    orderId: attempt.orderId,
    amount: attempt.taken,
    reason: 'another amount than asked for',
    ofMismatch: true,
    state: 'asked',
    bankReference: null,
    tries: 0,
    retryInMs: 0,
    correlationId: attempt.correlationId,
  };
}

/** Says what became of an attempt. */
export function sayAttempt(
  work: Work,
  step: Step,
  heard: { item: Item; statement: BankStatement; at: string },
): void {
  const { attempt, news } = step;
  const { item, statement } = heard;
  const { attemptId, orderId, version } = attempt;
  const about = { attemptId, orderId };
  const subject = { aggregateId: attemptId, aggregateVersion: version };
  switch (news) {
    case null:
      return;
    case 'captured':
    case 'amount-mismatch': {
      if (statement.status !== 'captured') throw new Error(`${news} without a capture`);
      const { taken, fee, bankReference, at: capturedAt } = statement;
      if (news === 'captured') {
        const data = { ...about, amount: taken, fee, bankReference, capturedAt };
        work.emit(paymentCaptured, { ...subject, data }, item);
      } else {
        const data = { ...about, expected: attempt.amount, taken, fee, bankReference };
        work.emit(paymentAmountMismatched, { ...subject, data }, item);
      }
      return;
    }
    case 'declined': {
      const bankReason = statement.status === 'declined' ? statement.reason : null;
      work.emit(paymentDeclined, { ...subject, data: { ...about, bankReason } }, item);
      return;
    }
    case 'in-doubt':
      work.emit(paymentInDoubt, { ...subject, data: { ...about, since: heard.at } }, item);
      return;
    case 'voided':
      work.emit(paymentVoided, { ...subject, data: about }, item);
      return;
    default:
      assertNever(news);
  }
}

/** Says that money went back. */
export function sayRefunded(work: Work, refund: Refund, item: Item): void {
  const { refundId, attemptId, orderId, amount, ofMismatch, bankReference } = refund;
  const data = { refundId, attemptId, orderId, amount, ofMismatch, bankReference: bankReference ?? '' };
  work.emit(paymentRefunded, { aggregateId: refundId, aggregateVersion: 1, data }, item);
}
