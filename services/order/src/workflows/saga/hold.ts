import { orderAwaitingPayment, orderRejected, orderReserved, type Rejection } from '@evenkeel/contracts';
import { zero } from '@evenkeel/kernel';
import { hasBenefits, type Order, totalOf } from '../../order.js';
import { andThen, type Decision, nothing, publish, quietly, settle } from './decision.js';
import { askBenefits, confirmRound, effect, giveBack } from './effects.js';
import { becomePaid, startRefund } from './pay.js';
import { inSeconds, repeatAt, type Timing } from './timing.js';

/** Stock of this round is held; next come points and coupon, if there are any. */
export function stockHeld(order: Order, round: number, timing: Timing): Decision {
  const { facts, progress } = order;
  if (round !== progress.round) return nothing(order);
  if (progress.step === 'reserving-stock') {
    if (!hasBenefits(facts)) return allHeld(order, timing);
    const about = { orderId: facts.orderId, customerId: facts.customerId, round };
    return publish(
      order,
      { state: 'reserved', step: 'holding-benefits', deadlineAt: repeatAt(timing.now, 0) },
      (changed) => [effect(orderReserved, about), askBenefits(changed, round)],
    );
  }
  if (progress.step !== 'reserving-again') return nothing(order);
  // A paid order whose hold was gone has its points confirmed already: only the stock is missing.
  if (progress.state === 'paid') {
    return quietly(order, { step: 'settling', deadlineAt: null, attempts: 0 }, [confirmRound(order, round)]);
  }
  if (!hasBenefits(facts)) return paidLate(order, timing);
  return quietly(
    order,
    { step: 'holding-benefits-again', attempts: 0, deadlineAt: repeatAt(timing.now, 0) },
    [askBenefits(order, round)],
  );
}

/** Points and coupon of this round are held too. */
export function benefitsHeld(order: Order, round: number, timing: Timing): Decision {
  const { progress } = order;
  if (round !== progress.round) return nothing(order);
  if (progress.step === 'holding-benefits') return allHeld(order, timing);
  return progress.step === 'holding-benefits-again' ? paidLate(order, timing) : nothing(order);
}

/** Everything is held: the shopper may pay. An order that costs nothing is paid at once. */
function allHeld(order: Order, timing: Timing): Decision {
  const { facts, progress } = order;
  const payBy = inSeconds(timing.now, timing.payWithinSeconds);
  const waiting = publish(
    order,
    { state: 'awaiting-payment', step: 'awaiting-payment', payBy, deadlineAt: payBy },
    () => [
      effect(orderAwaitingPayment, {
        orderId: facts.orderId,
        customerId: facts.customerId,
        payBy,
        round: progress.round,
        cartLines: progress.fromCart ? facts.lines.map(({ sku, quantity }) => ({ sku, quantity })) : [],
      }),
    ],
  );
  const free = totalOf(facts).minor === 0;
  const held = free
    ? andThen(waiting, (next) =>
        becomePaid(next, { attemptId: null, amount: zero(facts.price.currency) }, timing),
      )
    : waiting;
  return settle(held, 'place-order', (at) => ({ kind: 'placed', at }));
}

/** The money came late, but everything could be held once more. */
function paidLate(order: Order, timing: Timing): Decision {
  const { captured } = order.progress;
  if (!captured) throw new Error(`Order ${order.facts.orderId} is held again without a capture`);
  return becomePaid(order, captured, timing);
}

/** Stock or benefits of this round were refused. */
export function holdRefused(
  order: Order,
  refused: { round: number; rejection: Rejection },
  timing: Timing,
): Decision {
  const { facts, progress } = order;
  if (refused.round !== progress.round) return nothing(order);
  switch (progress.step) {
    case 'reserving-stock':
    case 'holding-benefits': {
      const given = progress.step === 'holding-benefits' ? giveBack(order, progress.round, 'rejected') : [];
      const rejected = publish(
        order,
        { state: 'rejected', step: 'ended', rejection: refused.rejection, deadlineAt: null },
        () => [
          effect(orderRejected, {
            orderId: facts.orderId,
            customerId: facts.customerId,
            rejection: refused.rejection,
          }),
          ...given,
        ],
      );
      return settle(rejected, 'place-order', (at) => ({ kind: 'rejected', at }));
    }
    case 'reserving-again':
    case 'holding-benefits-again':
      return startRefund(order, progress.state === 'paid' ? 'stock-gone' : 'late-capture', timing);
    default:
      return nothing(order);
  }
}
