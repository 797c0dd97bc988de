import type { AttemptId, RefundId } from '@evenkeel/kernel';
import { type Attempt, isOpen, type Refund } from '../../../services/payment/src/attempt.js';
import { questionFor } from '../../../services/payment/src/features/ask-bank/question.js';
import { decideBatch } from '../../../services/payment/src/features/move-attempts/decide-batch.js';
import type { Call } from '../../../services/payment/src/features/move-attempts/outcome.js';
import type { PaymentItem } from '../../../services/payment/src/inputs.js';
import type { Due, Letter, Part } from '../checker/model.js';
import { Violation } from '../checker/violation.js';
import { NOON } from './clock.js';
import { itemOf, streamed } from './letters.js';

/** The tables of payment, by key, and the callbacks that were taken. */
export interface PaymentState {
  readonly attempts: Readonly<Record<AttemptId, Attempt>>;
  readonly refunds: Readonly<Record<RefundId, Refund>>;
  readonly webhooks: readonly string[];
}

const ONE_WORD = { name: 'P3', sentence: 'What was decided here is what the bank has decided.' };

export const NO_PAYMENTS: PaymentState = { attempts: {}, refunds: {}, webhooks: [] };

export const payment: Part<PaymentState> = {
  receive(state, message) {
    const knowledge = {
      attempts: Object.values(state.attempts),
      refunds: Object.values(state.refunds),
      webhooks: state.webhooks,
      at: NOON,
    };
    const { changes, outcome } = decideBatch(knowledge, [itemOf<PaymentItem>(message)]);
    for (const { what } of outcome.contradictions) throw new Violation(ONE_WORD, what);
    const attempts = [...changes.newAttempts, ...changes.changedAttempts].map(timeless);
    const refunds = [...changes.newRefunds, ...changes.changedRefunds].map(timelessRefund);
    return {
      state: {
        attempts: { ...state.attempts, ...Object.fromEntries(attempts.map((one) => [one.attemptId, one])) },
        refunds: { ...state.refunds, ...Object.fromEntries(refunds.map((one) => [one.refundId, one])) },
        webhooks: [...state.webhooks, ...changes.newWebhooks].sort(),
      },
      letters: [
        ...outcome.said.flatMap(({ definition, subject }) => streamed(definition, subject.data)),
        ...outcome.calls.map(toBank),
      ],
    };
  },
  tell(state) {
    const attempts = Object.values(state.attempts).map(
      ({ attemptId, state: stands, wantsVoid, refunded }) =>
        `attempt ${attemptId.slice(0, 4)} ${stands}${wantsVoid ? ', wanted void' : ''}${refunded > 0 ? `, ${refunded} refunded` : ''}`,
    );
    const refunds = Object.values(state.refunds).map(
      ({ refundId, amount, state: stands }) => `refund ${refundId.slice(0, 4)} of ${amount.minor} ${stands}`,
    );
    return [...attempts, ...refunds].join('; ') || 'no attempts';
  },
};

const timeless = (attempt: Attempt): Attempt => ({
  ...attempt,
  queries: 0,
  askInMs: attempt.askInMs === null ? null : 0,
  revision: 0,
});
const timelessRefund = (refund: Refund): Refund => ({
  ...refund,
  tries: 0,
  retryInMs: refund.retryInMs === null ? null : 0,
});

/** A question on its way to the bank, by the rules of `ask-bank`. */
function toBank(call: Call): Letter {
  const data = call.type === 'ask' ? { attempt: call.attempt } : { refund: call.refund };
  const type = call.type === 'ask' ? questionFor(call.attempt) : 'refund';
  return { to: 'bank', message: { type: `bank.${type}`, data, by: 'request' } };
}

/** The sweeper asks the bank about all that it has not decided, and repeats refunds that it has not done. */
export function dueQuestions({ attempts, refunds }: PaymentState): Due[] {
  const open = Object.values(attempts).filter(isOpen);
  const owed = Object.values(refunds).filter(({ state }) => state === 'asked');
  const calls: Call[] = [
    ...open.map((attempt) => ({ type: 'ask', attempt }) as const),
    ...owed.map((refund) => ({ type: 'refund', refund }) as const),
  ];
  return calls.map((call) => ({ ...toBank(call), travels: true, repeats: true }));
}
