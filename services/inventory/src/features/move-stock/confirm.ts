import { stockConfirmed, stockConfirmRefused } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import type { RoundId } from '../../reservation.js';
import type { Shelf } from '../../shelf.js';
import { saidOf, type Verdict } from './verdict.js';

/**
 * The order is paid: what is held for it leaves the shelf, also past its expiry as long as it is there. A hold that
 * is gone is a conflict which the order must answer with another round or a refund. An order whose refund came
 * first has nothing to confirm any more.
 */
export function confirm(shelf: Shelf, { orderId, round }: RoundId): Verdict {
  const of = { orderId, round };
  // Its refund gave back what was held, and let nothing be held after that.
  if (shelf.isRefunded(orderId)) return { path: 'confirm-after-refund', said: [] };
  const outcome = shelf.round(of)?.outcome;
  switch (outcome) {
    case 'granted':
      shelf.leaveHeld(of, 'CONFIRMED');
      return { path: 'confirmed', said: [saidOf(stockConfirmed, shelf.become(of, 'confirmed'), of)] };
    case 'confirmed':
      return { path: 'confirm-repeated', said: [saidOf(stockConfirmed, shelf.become(of, 'confirmed'), of)] };
    case undefined:
    case 'refused':
    case 'released-before-try':
    case 'released':
    case 'expired':
    case 'confirm-refused': {
      const refused = shelf.become(of, 'confirm-refused');
      return { path: 'confirm-refused', said: [saidOf(stockConfirmRefused, refused, of)] };
    }
    case 'returned':
    case 'refunded':
      throw new Error(`Order ${orderId} was returned, yet it is not marked as refunded`);
    default:
      return assertNever(outcome);
  }
}
