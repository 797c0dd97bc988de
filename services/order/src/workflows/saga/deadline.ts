import { assertNever } from '@evenkeel/kernel';
import type { Order } from '../../order.js';
import { type Decision, nothing, quietly } from './decision.js';
import { askBenefits, askRefund, askStock, closeAttempt, type Effect, tellRefunding } from './effects.js';
import { endUnpaid } from './pay.js';
import { earlier, inSeconds, repeatAt, type Timing } from './timing.js';

/** Nobody can wait longer than this for a hold before the order expires. */
const longestHold = (order: Order, timing: Timing): string =>
  inSeconds(new Date(order.facts.placedAt), timing.payWithinSeconds);

/**
 * What the sweeper does with an order that passed its deadline: ends it if nobody paid, else says the step again.
 * Every command is safe to repeat: the fence, the hold, the attempt and the refund each answer as the first time.
 */
export function repeatStep(order: Order, timing: Timing): Decision {
  const { progress } = order;
  const now = timing.now.toISOString();
  if (progress.deadlineAt === null || progress.deadlineAt > now) return nothing(order);
  switch (progress.step) {
    case 'awaiting-payment':
      return endUnpaid(order, 'expired', timing);
    case 'reserving-stock':
    case 'holding-benefits':
      if (longestHold(order, timing) <= now) return endUnpaid(order, 'expired', timing);
      return again(order, timing, longestHold(order, timing));
    case 'reserving-again':
    case 'holding-benefits-again':
    case 'refunding':
    case 'closing-payment':
      return again(order, timing, null);
    case 'settling':
    case 'ended':
      return quietly(order, { deadlineAt: null });
    default:
      return assertNever(progress.step);
  }
}

function again(order: Order, timing: Timing, atTheLatest: string | null): Decision {
  const attempts = order.progress.attempts + 1;
  const deadlineAt = earlier(repeatAt(timing.now, attempts), atTheLatest);
  return quietly(order, { attempts, deadlineAt }, commandsOf(order, timing));
}

function commandsOf(order: Order, timing: Timing): Effect[] {
  const { progress } = order;
  switch (progress.step) {
    case 'reserving-stock':
    case 'reserving-again':
      return [askStock(order, progress.round, timing.payWithinSeconds)];
    case 'holding-benefits':
    case 'holding-benefits-again':
      return [askBenefits(order, progress.round)];
    case 'closing-payment':
      return progress.openAttempt ? [closeAttempt(order, progress.openAttempt)] : [];
    case 'refunding': {
      const { refund, captured } = progress;
      if (!refund || !captured) return [];
      if (refund.waitsForPoints || !refund.amount) return [tellRefunding(order)];
      if (captured.attemptId === null) return [];
      return [
        askRefund(order, { attemptId: captured.attemptId, amount: refund.amount, reason: refund.reason }),
      ];
    }
    default:
      return [];
  }
}
