import {
  orderCancelled,
  orderExpired,
  orderRefunded,
  paymentFailed,
  paymentStarted,
} from '@evenkeel/contracts';
import { type AttemptId, equals, type Money, subtract, zero } from '@evenkeel/kernel';
import {
  hasBenefits,
  type Order,
  type PendingKey,
  type Progress,
  type Refund,
  totalOf,
} from '../../order.js';
import { andThen, type Decision, nothing, publish, quietly, settle } from './decision.js';
import {
  askBank,
  askRefund,
  askStock,
  closeAttempt,
  effect,
  giveBack,
  refundIdOf,
  tellPaid,
  tellRefunding,
} from './effects.js';
import { inSeconds, repeatAt, type Timing } from './timing.js';

/** The pivot: exactly the total is captured, and from here the order only goes forward. */
export function becomePaid(
  order: Order,
  captured: NonNullable<Progress['captured']>,
  timing: Timing,
): Decision {
  const paid = publish(
    order,
    { state: 'paid', step: 'settling', captured, openAttempt: null, payBy: null, deadlineAt: null },
    (changed) => [tellPaid(changed, timing.now)],
  );
  return settle(paid, 'pay-order', (at) => ({ kind: 'started', at }));
}

/** Opens an attempt; `ask` is the key that waits for its outcome. */
export function openAttempt(
  order: Order,
  ask: { readonly attemptId: AttemptId; readonly token: string; readonly key: PendingKey },
): Decision {
  const { orderId, customerId } = order.facts;
  return publish(
    order,
    { openAttempt: ask.attemptId, pending: [...order.progress.pending, ask.key] },
    (changed) => [
      effect(paymentStarted, { orderId, customerId, attemptId: ask.attemptId }),
      askBank(changed, ask.attemptId, ask.token),
    ],
  );
}

/** Why an order cannot be paid now, or null when it can. */
export function notPayable({ progress }: Order, timing: Timing): 'state' | 'too-late' | null {
  if (progress.state !== 'awaiting-payment') return 'state';
  const lastCall = inSeconds(timing.now, timing.lastCallSeconds);
  return progress.payBy !== null && progress.payBy <= lastCall ? 'too-late' : null;
}

/** The bank took the money. Where it goes depends on what became of the order meanwhile. */
export function captured(order: Order, capture: Capture, timing: Timing): Decision {
  if (order.progress.captured?.attemptId === capture.attemptId) return nothing(order);
  return settle(take(order, capture, timing), 'pay-order', (at) => ({ kind: 'started', at }));
}

interface Capture {
  readonly attemptId: AttemptId;
  readonly amount: Money;
}

function take(order: Order, capture: Capture, timing: Timing): Decision {
  const { progress } = order;
  const attemptClosed: Partial<Progress> =
    progress.openAttempt === capture.attemptId ? { openAttempt: null } : {};
  const surplus = progress.captured !== null || !equals(capture.amount, totalOf(order.facts));
  if (surplus) {
    return quietly(order, attemptClosed, [
      askRefund(order, { ...capture, reason: 'second capture of one order' }),
    ]);
  }
  switch (progress.state) {
    case 'awaiting-payment':
      return becomePaid(order, capture, timing);
    case 'expired':
      return holdAgain(order, { ...attemptClosed, captured: capture }, timing);
    case 'cancelled':
    case 'rejected':
      return startRefund(
        quietly(order, { ...attemptClosed, captured: capture }).order,
        'late-capture',
        timing,
      );
    default:
      return quietly(order, attemptClosed, [
        askRefund(order, { ...capture, reason: `captured while ${progress.state}` }),
      ]);
  }
}

/** Tries to hold everything once more, in a new round. */
export function holdAgain(order: Order, change: Partial<Progress>, timing: Timing): Decision {
  const round = order.progress.round + 1;
  const step = 'reserving-again' as const;
  return quietly(order, { ...change, step, round, attempts: 0, deadlineAt: repeatAt(timing.now, 0) }, [
    askStock(order, round, timing.payWithinSeconds),
  ]);
}

/** The attempt ended without money. */
export function attemptFailed(
  order: Order,
  failed: {
    attemptId: AttemptId;
    reason: 'declined' | 'voided' | 'amount-mismatch';
    bankReason: string | null;
  },
): Decision {
  const { facts, progress } = order;
  if (progress.openAttempt !== failed.attemptId) return nothing(order);
  const { orderId, customerId } = facts;
  const { attemptId, reason, bankReason } = failed;
  const payable = progress.state === 'awaiting-payment';
  const closed = progress.step === 'closing-payment' ? { step: 'ended' as const, deadlineAt: null } : {};
  const change = payable ? { deadlineAt: progress.payBy } : closed;
  const over = publish(order, { openAttempt: null, ...change }, () => [
    effect(paymentFailed, { orderId, customerId, attemptId, reason, bankReason }),
  ]);
  return settle(over, 'pay-order', (at) =>
    // The order may have ended before the bank had answered: whoever asked to pay it is told so.
    payable ? { kind: 'declined', at, bankReason } : { kind: 'not-payable', at, why: 'state' },
  );
}

/** The order ends unpaid: everything held goes back, and an open attempt is closed at the bank. */
export function endUnpaid(order: Order, state: 'cancelled' | 'expired', timing: Timing): Decision {
  const { facts, progress } = order;
  const attempt = progress.openAttempt;
  const ended = publish(
    order,
    {
      state,
      step: attempt ? 'closing-payment' : 'ended',
      payBy: null,
      deadlineAt: attempt ? repeatAt(timing.now, 0) : null,
    },
    () => [
      effect(state === 'cancelled' ? orderCancelled : orderExpired, {
        orderId: facts.orderId,
        customerId: facts.customerId,
        paymentInDoubt: attempt !== null,
      }),
      ...giveBack(order, progress.round, state),
      ...(attempt ? [closeAttempt(order, attempt)] : []),
    ],
  );
  return settle(ended, 'place-order', (at) => ({ kind: 'placed', at }));
}

/** Sends the captured money back and tells all followers of the paid order to take their part back. */
export function startRefund(order: Order, reason: Refund['reason'], timing: Timing): Decision {
  const { facts, progress } = order;
  const capture = progress.captured;
  if (!capture) throw new Error(`Order ${facts.orderId} is refunded without a capture`);
  const wasPaid =
    progress.state !== 'expired' && progress.state !== 'cancelled' && progress.state !== 'rejected';
  const benefits = hasBenefits(facts) || facts.price.pointsToEarn > 0;
  const refund: Refund = {
    refundId: refundIdOf(capture.attemptId ?? (facts.orderId as string as AttemptId)),
    reason,
    wasPaid,
    waitsForPoints: wasPaid && facts.shopperKind === 'customer' && benefits,
    amount: null,
    shortfallPoints: 0,
    shortfall: zero(facts.price.currency),
  };
  const holding = progress.step === 'reserving-again' || progress.step === 'holding-benefits-again';
  const begun = publish(
    order,
    { state: 'refunding', step: 'refunding', refund, payBy: null, deadlineAt: repeatAt(timing.now, 0) },
    (changed) => [tellRefunding(changed), ...(holding ? giveBack(order, progress.round, 'refunded') : [])],
  );
  return refund.waitsForPoints ? begun : andThen(begun, (next) => askMoneyBack(next, timing));
}

/** Asks the bank for what is left after the shortfall; nothing left means that the refund is done. */
export function askMoneyBack(order: Order, timing: Timing): Decision {
  const { captured: capture, refund } = order.progress;
  if (!capture || !refund) throw new Error(`Order ${order.facts.orderId} has nothing to refund`);
  const left = subtract(capture.amount, refund.shortfall);
  const amount = left.minor > 0 ? left : zero(capture.amount.currency);
  const asked = quietly(order, { refund: { ...refund, waitsForPoints: false, amount } });
  if (amount.minor === 0 || capture.attemptId === null)
    return andThen(asked, (next) => refunded(next, amount));
  return quietly(asked.order, { deadlineAt: repeatAt(timing.now, order.progress.attempts) }, [
    askRefund(order, { attemptId: capture.attemptId, amount, reason: refund.reason }),
  ]);
}

/** The money is back with the shopper: the end of every refund. */
export function refunded(order: Order, amount: Money): Decision {
  const { facts, progress } = order;
  const { refund, captured: capture } = progress;
  if (!refund || !capture || progress.state !== 'refunding') return nothing(order);
  return publish(order, { state: 'refunded', step: 'ended', refunded: amount, deadlineAt: null }, () => [
    effect(orderRefunded, {
      ...facts,
      wasPaid: refund.wasPaid,
      captured: capture.amount,
      refunded: amount,
      shortfallPoints: refund.shortfallPoints,
      shortfall: refund.shortfall,
    }),
  ]);
}
