import type { OrderFacts } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { type MovingItem, toSagaInput } from '../../../services/order/src/features/move-order/inputs.js';
import type { Order, Progress } from '../../../services/order/src/order.js';
import type { Decision } from '../../../services/order/src/workflows/saga/decision.js';
import { decide } from '../../../services/order/src/workflows/saga/saga.js';
import type { Due, Message, Part, Reaction } from '../checker/model.js';
import { Violation } from '../checker/violation.js';
import { LATE, NOON, SOON } from './clock.js';
import { itemOf, streamed } from './letters.js';

export const TIMES = { payWithinSeconds: 900, lastCallSeconds: 30 };

/** Each order by its number. */
export type OrderState = Readonly<Record<OrderId, Order>>;

/** The order service: its saga, without the keys that shoppers' commands come with. */
export const order: Part<OrderState> = {
  receive: (state, message) => move(state, message),
  tell: (state) => Object.values(state).map(tellOne).join('; '),
};

function move(state: OrderState, message: Message): Reaction<OrderState> {
  const item = itemOf<MovingItem>(message);
  const { orderId } = item.data;
  const known = state[orderId];
  if (!known) throw new Error(`${message.type} is about order ${orderId}, which does not exist`);
  const input = toSagaInput({ ...item, caller: callerOf(known.facts) } as MovingItem);
  if (!input) return { state, letters: [] };
  const now = new Date((message.data as { readonly at?: string }).at ?? NOON);
  const decision = decide(known, input, { now, ...TIMES });
  checkVersions(known, decision);
  return {
    state: { ...state, [orderId]: { facts: known.facts, progress: timeless(decision.order.progress) } },
    letters: decision.effects.flatMap(({ definition, data }) => streamed(definition, data)),
  };
}

const callerOf = ({ customerId: sub }: OrderFacts) => ({ sub });

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
