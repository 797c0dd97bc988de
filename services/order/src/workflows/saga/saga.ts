import { orderCompleted, orderFulfilling } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import type { Order } from '../../order.js';
import { repeatStep } from './deadline.js';
import { andThen, type Decision, nothing, publish, quietly } from './decision.js';
import { effect } from './effects.js';
import { benefitsHeld, holdRefused, stockHeld } from './hold.js';
import type { SagaInput } from './inputs.js';
import {
  askMoneyBack,
  attemptFailed,
  captured,
  endUnpaid,
  holdAgain,
  notPayable,
  openAttempt,
  refunded,
  startRefund,
} from './pay.js';
import type { Timing } from './timing.js';

/** Rounds that are tried for a paid order whose hold is gone, before the money goes back. */
const MOST_ROUNDS = 3;

/**
 * The checkout saga: what one input does to one order. Before the capture it asks, step by step; after it the order
 * only goes forward, to the shopper's door or back to the shopper's purse. (After Garcia-Molina and Salem, "Sagas".)
 */
export function decide(order: Order, input: SagaInput, timing: Timing): Decision {
  const { progress } = order;
  switch (input.type) {
    case 'stock-held':
      return stockHeld(order, input.round, timing);
    case 'benefits-held':
      return benefitsHeld(order, input.round, timing);
    case 'hold-refused':
      return holdRefused(order, input, timing);
    case 'hold-gone':
      return holdGone(order, input.round, timing);
    case 'pay':
      return notPayable(order, timing) || progress.openAttempt ? nothing(order) : openAttempt(order, input);
    case 'captured':
      return captured(order, { attemptId: input.attemptId, amount: input.amount }, timing);
    case 'attempt-failed':
      return attemptFailed(order, input);
    case 'money-returned':
      return progress.refund?.refundId === input.refundId ? refunded(order, input.amount) : nothing(order);
    case 'points-reversed':
      return pointsReversed(order, input, timing);
    case 'dispatched':
      return progress.state === 'paid' ? toCarrier(order) : nothing(order);
    case 'delivered':
      return delivered(order);
    case 'cancel':
      return cancel(order, timing);
    case 'request-refund':
      return ['paid', 'fulfilling', 'completed'].includes(progress.state)
        ? startRefund(order, 'requested', timing)
        : nothing(order);
    case 'deadline':
      return repeatStep(order, timing);
    default:
      return assertNever(input);
  }
}

function holdGone(order: Order, round: number, timing: Timing): Decision {
  const { progress } = order;
  if (progress.state !== 'paid' || round !== progress.round || progress.step !== 'settling')
    return nothing(order);
  return round >= MOST_ROUNDS ? startRefund(order, 'stock-gone', timing) : holdAgain(order, {}, timing);
}

function pointsReversed(
  order: Order,
  input: Extract<SagaInput, { type: 'points-reversed' }>,
  timing: Timing,
): Decision {
  const { refund } = order.progress;
  if (!refund?.waitsForPoints) return nothing(order);
  const { shortfallPoints, shortfall } = input;
  return andThen(quietly(order, { refund: { ...refund, shortfallPoints, shortfall } }), (next) =>
    askMoneyBack(next, timing),
  );
}

function toCarrier(order: Order): Decision {
  const { orderId, customerId } = order.facts;
  return publish(order, { state: 'fulfilling' }, () => [effect(orderFulfilling, { orderId, customerId })]);
}

function delivered(order: Order): Decision {
  const { orderId, customerId } = order.facts;
  const complete = (next: Order) =>
    publish(next, { state: 'completed', step: 'ended' }, () => [
      effect(orderCompleted, { orderId, customerId }),
    ]);
  if (order.progress.state === 'fulfilling') return complete(order);
  // The word of the delivery overtook that of the dispatch.
  return order.progress.state === 'paid' ? andThen(toCarrier(order), complete) : nothing(order);
}

function cancel(order: Order, timing: Timing): Decision {
  switch (order.progress.state) {
    case 'placed':
    case 'reserved':
    case 'awaiting-payment':
      return endUnpaid(order, 'cancelled', timing);
    case 'paid':
      return startRefund(order, 'cancelled', timing);
    default:
      return nothing(order);
  }
}
