import type { OrderId } from '@evenkeel/kernel';
import { answerOf, isAsk } from '../../../services/order/src/features/move-order/asks.js';
import { type MovingItem, toSagaInput } from '../../../services/order/src/features/move-order/inputs.js';
import type { Order, Progress } from '../../../services/order/src/order.js';
import type { Decision, StoredResult } from '../../../services/order/src/workflows/saga/decision.js';
import { decide } from '../../../services/order/src/workflows/saga/saga.js';
import type { Due, Message, Part, Reaction } from '../checker/model.js';
import { Violation } from '../checker/violation.js';
import { LATE, NOON, SOON } from './clock.js';
import { itemOf, streamed } from './letters.js';

export const TIMES = { payWithinSeconds: 900, lastCallSeconds: 30 };

/** What a shopper was told of an order, and may rely on. */
export type Told = 'placed' | 'paid' | 'cancelled' | 'refunding';

/** Each order by its number, with what its shopper was told. */
export type OrderState = Readonly<Record<OrderId, Order & { readonly told: readonly Told[] }>>;

/** The order service: its saga, and what it answers shoppers. */
export const order: Part<OrderState> = {
  receive: (state, message) => move(state, message),
  tell: (state) => Object.values(state).map(tellOne).join('; '),
};

function move(state: OrderState, message: Message): Reaction<OrderState> {
  const item = itemOf<MovingItem>(message);
  const { orderId } = item.data;
  const known = state[orderId];
  if (!known) throw new Error(`${message.type} is about order ${orderId}, which does not exist`);
  const input = toSagaInput(item);
  if (!input) return { state, letters: [] };
  const now = new Date((message.data as { readonly at?: string }).at ?? NOON);
  const timing = { now, ...TIMES };
  const decision = decide(known, input, timing);
  checkVersions(known, decision);
  const answers = decision.settled.map(({ result }) => result);
  if (isAsk(item)) {
    const answer = answerOf(item, known, decision, timing);
    if (answer.kind === 'decided') answers.push(answer.result);
  }
  return {
    state: {
      ...state,
      [orderId]: {
        facts: known.facts,
        progress: timeless(decision.order.progress),
        told: [...new Set([...known.told, ...answers.flatMap(toldBy)])].sort(),
      },
    },
    letters: decision.effects.flatMap(({ definition, data }) => streamed(definition, data)),
  };
}

function toldBy(result: StoredResult): Told[] {
  switch (result.kind) {
    case 'started':
      return result.at.state === 'paid' ? ['paid'] : [];
    case 'placed':
    case 'cancelled':
    case 'refunding':
      return [result.kind];
    default:
      return [];
  }
}

const ONE_VERSION = {
  name: 'O1',
  sentence: 'Every published change is one version, and every version one change.',
};

function checkVersions(before: Order, { order: after, effects }: Decision): void {
  const published = effects.filter(({ definition }) => definition.owner === 'order').length;
  const counted = after.progress.version - before.progress.version;
  if (counted < 0 || (counted > 0 && counted !== published))
    throw new Violation(ONE_VERSION, `${published} changes were published and ${counted} versions counted`);
}

/** Versions only count, and instants only pass: both would only make more worlds. */
const timeless = (progress: Progress): Progress => ({
  ...progress,
  version: 1,
  payBy: progress.payBy && LATE,
  deadlineAt: progress.deadlineAt && SOON,
  attempts: 0,
});

/** The sweeper's finds. An order whose hold is not answered may be found before its time is over, or after. */
export function dueOrders(state: OrderState): Due[] {
  return Object.values(state).flatMap(({ facts: { orderId }, progress }) => {
    if (progress.deadlineAt === null) return [];
    const holding = progress.step === 'reserving-stock' || progress.step === 'holding-benefits';
    return (holding ? [SOON, LATE] : [LATE]).map((at): Due => {
      const message: Message = { type: 'order.deadline-passed', data: { orderId, at }, by: 'local' };
      return { to: 'order', message, travels: false, repeats: true };
    });
  });
}

function tellOne({ facts, progress }: Order): string {
  const { state, step, round, openAttempt, captured, refund } = progress;
  const more = [
    openAttempt && 'attempt open',
    captured && `captured ${captured.amount.minor}`,
    refund && `refund of ${refund.amount?.minor ?? 'not yet known'}`,
  ].filter(Boolean);
  return `order ${facts.orderId} is ${[`${state} (${step})`, `round ${round}`, ...more].join(', ')}`;
}
