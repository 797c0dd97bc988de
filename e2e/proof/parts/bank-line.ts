import type { AttemptId } from '@evenkeel/kernel';
import type { News } from '../../../infra/bank/src/book/book.js';
import { viewOf } from '../../../infra/bank/src/charge.js';
import type { Attempt, BankStatement, Refund } from '../../../services/payment/src/attempt.js';
import { toStatement } from '../../../services/payment/src/bank/bank.js';
import type { Letter } from '../checker/model.js';

/** What is asked about an attempt. */
export interface Question {
  readonly attempt: Attempt;
  /** Nobody waits for the answer any more. */
  readonly unheard?: boolean;
}

/** What is asked about a refund. */
export interface RefundQuestion {
  readonly refund: Refund;
  readonly unheard?: boolean;
}

/** The bank's answer about a charge. */
export const answered = (attemptId: AttemptId, statement: BankStatement): Letter => ({
  to: 'payment',
  message: { type: 'payment.bank-spoke', data: { attemptId, statement, webhookId: null }, by: 'answer' },
});

/** A callback says how the charge stood when the news was made, each copy under the same id. */
export function called({ type, reference, charge, copies }: News): Letter[] {
  const statement = toStatement(viewOf(charge));
  const data = { attemptId: reference, statement, webhookId: `${type} ${reference}` };
  const message = { type: 'payment.bank-spoke', data, by: 'callback' } as const;
  return Array.from({ length: copies }, () => ({ to: 'payment', message }));
}

/** What its caller hears of a request whose answer does not come in time; null where nothing is. */
export function unanswered({ message: { type, data } }: Letter): Letter | null {
  if ((data as Question).unheard) return null;
  switch (type) {
    case 'bank.charge':
    case 'bank.void':
    case 'bank.query':
      return answered((data as Question).attempt.attemptId, { status: 'no-answer', why: 'time-out' });
    default:
      return null;
  }
}
