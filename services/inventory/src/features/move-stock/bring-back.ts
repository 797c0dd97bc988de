import { stockReturned } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { WHOLE_ORDER } from '../../reservation.js';
import type { Shelf } from '../../shelf.js';
import { letGo } from './release.js';
import { type Said, saidOf, type Verdict } from './verdict.js';

/**
 * The goods of a refunded order never left the house, or have come back. What was sold returns to the shelf, what is
 * still held is given back, and a mark stays on the order for a sale that is said later.
 */
export function bringBack(shelf: Shelf, orderId: OrderId): Verdict {
  if (shelf.isRefunded(orderId)) return { path: 'refund-repeated', said: [] };
  shelf.become({ orderId, round: WHOLE_ORDER }, 'refunded');
  const said: Said[] = [];
  let sold = false;
  for (const round of shelf.roundsOf(orderId)) {
    if (round.outcome === 'granted') said.push(letGo(shelf, round, 'RELEASED'));
    if (round.outcome !== 'confirmed') continue;
    sold = true;
    const lines = shelf.putBack(round);
    said.push(saidOf(stockReturned, shelf.become(round, 'returned'), { orderId, lines }));
  }
  return { path: sold ? 'returned' : 'refund-before-sale', said };
}
