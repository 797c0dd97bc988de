import {
  type AnyMessage,
  type MessageData,
  paymentAmountMismatched,
  paymentCaptured,
  paymentDeclined,
  paymentInDoubt,
  paymentRefunded,
  paymentVoided,
} from '@evenkeel/contracts';
import { assertNever, derivedId, type RefundId } from '@evenkeel/kernel';
import type { Attempt, BankStatement, Refund } from '../../attempt.js';
import { IN_FLIGHT_MS, type Step } from './decide.js';

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
    retryInMs: IN_FLIGHT_MS,
    origin: attempt.origin,
  };
}

/** An event before it has an envelope. */
export interface EventDraft {
  readonly definition: AnyMessage;
  readonly subject: { readonly aggregateId: string; readonly aggregateVersion: number; readonly data: never };
}

const news = <D extends AnyMessage>(
  definition: D,
  [aggregateId, aggregateVersion]: readonly [string, number],
  data: MessageData<D>,
): EventDraft => ({ definition, subject: { aggregateId, aggregateVersion, data: data as never } });

/** What there is to say of an attempt after a step. */
export function eventOf(
  { attempt, news: kind }: Step,
  statement: BankStatement,
  at: string,
): EventDraft | null {
  const { attemptId, orderId, version } = attempt;
  const about = { attemptId, orderId };
  const place = [attemptId, version] as const;
  switch (kind) {
    case null:
      return null;
    case 'captured':
    case 'amount-mismatch': {
      if (statement.status !== 'captured') throw new Error(`${kind} without a capture`);
      const { taken, fee, bankReference, at: capturedAt } = statement;
      return kind === 'captured'
        ? news(paymentCaptured, place, { ...about, amount: taken, fee, bankReference, capturedAt })
        : news(paymentAmountMismatched, place, {
            ...about,
            expected: attempt.amount,
            taken,
            fee,
            bankReference,
          });
    }
    case 'declined': {
      const bankReason = statement.status === 'declined' ? statement.reason : null;
      return news(paymentDeclined, place, { ...about, bankReason });
    }
    case 'in-doubt':
      return news(paymentInDoubt, place, { ...about, since: at });
    case 'voided':
      return news(paymentVoided, place, about);
    default:
      return assertNever(kind);
  }
}

/** The bank gave money back. */
export function eventOfRefund(refund: Refund, bankReference: string): EventDraft {
  const { refundId, attemptId, orderId, amount, ofMismatch } = refund;
  return news(paymentRefunded, [refundId, 1], {
    refundId,
    attemptId,
    orderId,
    amount,
    ofMismatch,
    bankReference,
  });
}
