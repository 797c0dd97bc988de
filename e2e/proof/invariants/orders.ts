import type { OrderStateName } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { Order } from '../../../services/order/src/order.js';
import type { Invariant } from '../checker/model.js';
import type { OrderState, Told } from '../parts/order.js';

export const ordersOf = (state: OrderState): OrderState[OrderId][] => Object.values(state);

const SOLD: readonly OrderStateName[] = ['paid', 'fulfilling', 'completed'];
const GIVEN_BACK: readonly OrderStateName[] = ['refunding', 'refunded'];
const TERMINAL: readonly OrderStateName[] = ['completed', 'rejected', 'cancelled', 'expired', 'refunded'];

/** It was paid, and has not been undone. */
export const isSold = ({ progress }: Order): boolean => SOLD.includes(progress.state);

/** The first order of which something is wrong. */
export function firstWrong<One extends Order>(
  orders: readonly One[],
  wrong: (order: One) => string | null,
): string | null {
  for (const order of orders) {
    const what = wrong(order);
    if (what !== null) return `Order ${order.facts.orderId} is ${order.progress.state}, ${what}`;
  }
  return null;
}

/** Where an order may be found by a shopper who was told this. */
const KEEPS: Readonly<Record<Told, (state: OrderStateName) => boolean>> = {
  placed: (state) => state !== 'rejected' && state !== 'placed',
  paid: (state) => SOLD.includes(state) || GIVEN_BACK.includes(state),
  cancelled: (state) => state === 'cancelled' || GIVEN_BACK.includes(state),
  refunding: (state) => GIVEN_BACK.includes(state),
};

export const orderInvariants: readonly Invariant[] = [
  {
    name: 'O6',
    sentence: 'What a shopper was told is never undone.',
    when: 'always',
    of: ['order'],
    wrong: ({ order }) =>
      firstWrong(ordersOf(order), ({ progress, told }) => {
        const undone = told.find((one) => !KEEPS[one](progress.state));
        return undone ? `and its shopper was told that it is ${undone}` : null;
      }),
  },
  {
    name: 'O2',
    sentence: 'A paid order has exactly one capture, of its total; no other state has the money of a sale.',
    when: 'always',
    of: ['order', 'bank'],
    wrong: ({ order, bank }) =>
      firstWrong(ordersOf(order).filter(isSold), ({ facts, progress }) => {
        const { captured } = progress;
        if (captured?.amount.minor !== facts.price.total)
          return `and captured ${captured?.amount.minor ?? 0}`;
        if (captured.attemptId === null) return null;
        const charge = bank.charges[captured.attemptId];
        return charge?.state === 'captured' && charge.taken?.minor === facts.price.total
          ? null
          : `and the bank says ${charge?.state ?? 'nothing'}`;
      }),
  },
  {
    name: 'O3',
    sentence: 'Every order ends.',
    when: 'at rest',
    of: ['order'],
    wrong: ({ order }) =>
      firstWrong(ordersOf(order), ({ progress: { state, step } }) =>
        TERMINAL.includes(state) ? null : `in step ${step}, and nothing moves it any more`,
      ),
  },
  {
    name: 'O3',
    sentence: 'An order that has ended waits for nothing, and owes no shopper an answer.',
    when: 'at rest',
    of: ['order'],
    wrong: ({ order }) =>
      firstWrong(ordersOf(order), ({ progress: { openAttempt, pending } }) => {
        if (openAttempt) return 'and its attempt is still open';
        return pending[0] ? `and ${pending[0].operation} was never answered` : null;
      }),
  },
];
