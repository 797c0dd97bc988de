import { assertNever, type OrderId } from '@evenkeel/kernel';
import type { Charge } from '../../../infra/bank/src/charge.js';
import type { Attempt } from '../../../services/payment/src/attempt.js';
import type { Invariant } from '../checker/model.js';
import type { States } from '../parts/states.js';
import { firstWrong, isSold, ordersOf } from './orders.js';

/** What the bank keeps of a charge for us. */
const netOf = ({ taken, refunded }: Charge): number => (taken?.minor ?? 0) - refunded;

function chargesOf({ payment, bank }: Pick<States, 'payment' | 'bank'>, orderId: OrderId): Charge[] {
  const attempts = Object.values(payment.attempts).filter((attempt) => attempt.orderId === orderId);
  return attempts.flatMap(({ attemptId }) => bank.charges[attemptId] ?? []);
}

/** A charge that could pay its order; money of a wrong amount lies in suspense and goes back. */
const isRight = ({ taken, asked }: Charge): boolean =>
  taken !== null && taken.minor === asked?.minor && taken.currency === asked.currency;

function agrees(attempt: Attempt, charge: Charge | undefined): boolean {
  switch (attempt.state) {
    case 'captured':
    case 'amount-mismatch':
      return charge?.state === 'captured' && charge.taken?.minor === attempt.taken?.minor;
    case 'declined':
    case 'voided':
      return charge === undefined || charge.state === attempt.state;
    case 'initiated':
    case 'pending':
    case 'unknown':
      return false;
    default:
      return assertNever(attempt.state);
  }
}

export const moneyInvariants: readonly Invariant[] = [
  {
    name: 'P1',
    sentence: 'The bank holds the money of at most one charge for an order.',
    when: 'always',
    of: ['order', 'payment', 'bank'],
    wrong: (states) =>
      firstWrong(ordersOf(states.order), ({ facts }) => {
        const kept = chargesOf(states, facts.orderId).filter((one) => isRight(one) && netOf(one) > 0);
        return kept.length > 1 ? `and was charged ${kept.length} times` : null;
      }),
  },
  {
    name: 'P2',
    sentence: 'No more is refunded than was taken.',
    when: 'always',
    of: ['payment', 'bank'],
    wrong({ payment, bank }) {
      const over = Object.values(payment.attempts).find(
        ({ taken, refunded }) => refunded > (taken?.minor ?? 0),
      );
      if (over) return `Attempt ${over.attemptId} gave back ${over.refunded} of ${over.taken?.minor ?? 0}`;
      const charge = Object.values(bank.charges).find((one) => netOf(one) < 0);
      return charge ? `Charge ${charge.reference} gave back ${charge.refunded}` : null;
    },
  },
  {
    name: 'P3',
    sentence: "The bank's book says what ours says.",
    when: 'at rest',
    of: ['payment', 'bank'],
    wrong({ payment, bank }) {
      for (const attempt of Object.values(payment.attempts)) {
        const charge = bank.charges[attempt.attemptId];
        if (!agrees(attempt, charge))
          return `Attempt ${attempt.attemptId} is ${attempt.state} here and ${charge?.state ?? 'unknown'} there`;
        if (attempt.refunded !== (charge?.refunded ?? 0))
          return `Attempt ${attempt.attemptId} gave back ${attempt.refunded} here and ${charge?.refunded ?? 0} there`;
      }
      return null;
    },
  },
  {
    name: 'O4',
    sentence:
      'The bank keeps the money of orders that were sold, less what refunds left there, and no other.',
    when: 'at rest',
    of: ['order', 'payment', 'bank'],
    wrong: (states) =>
      firstWrong(ordersOf(states.order), (order) => {
        const kept = chargesOf(states, order.facts.orderId).reduce((sum, charge) => sum + netOf(charge), 0);
        const wanted = isSold(order)
          ? order.facts.price.total
          : (order.progress.refund?.shortfall.minor ?? 0);
        return kept === wanted ? null : `and the bank keeps ${kept} where ${wanted} are right`;
      }),
  },
];
