import { stockReleased } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import type { Outcome, Round, RoundId } from '../../reservation.js';
import type { Shelf } from '../../shelf.js';
import { type Said, saidOf, type Verdict } from './verdict.js';

const released = (round: Round): Said =>
  saidOf(stockReleased, round, { orderId: round.orderId, round: round.round });

/** Gives a hold back. Without one it leaves the mark that refuses a late try; what is sold stays sold. */
export function release(shelf: Shelf, of: RoundId): Verdict {
  const known = shelf.round(of);
  const say = (path: Verdict['path'], outcome: Outcome): Verdict => ({
    path,
    said: [released(shelf.become(of, outcome))],
  });
  if (!known) return say('cancel-before-try', 'released-before-try');
  switch (known.outcome) {
    case 'granted':
      return { path: 'released', said: [letGo(shelf, of, 'RELEASED')] };
    case 'refused':
      return say('cancel-of-nothing', 'released');
    case 'released-before-try':
    case 'released':
    case 'expired':
    case 'confirm-refused':
      return say('cancel-of-nothing', known.outcome);
    case 'confirmed':
    case 'returned':
      return { path: 'cancel-after-sale', said: [] };
    case 'refunded':
      throw new Error('A cancel cannot be about a whole order');
    default:
      return assertNever(known.outcome);
  }
}

/** Gives a hold back whose order has ended without it; `order` was asked, and a hold that is gone stays as it is. */
export function expire(shelf: Shelf, of: RoundId): Verdict {
  if (shelf.round(of)?.outcome !== 'granted') return { path: 'expiry-too-late', said: [] };
  return { path: 'expired', said: [letGo(shelf, of, 'EXPIRED')] };
}

/** What is held can be bought by others again. */
export function letGo(shelf: Shelf, of: RoundId, status: 'RELEASED' | 'EXPIRED'): Said {
  shelf.leaveHeld(of, status);
  return released(shelf.become(of, status === 'EXPIRED' ? 'expired' : 'released'));
}
