import type { WalletChange } from '@evenkeel/contracts';
import type { CustomerId, OrderId } from '@evenkeel/kernel';
import { type Hold, holdKey } from '../../benefits.js';
import type { Book, WalletMove } from '../../book.js';
import { giveBack } from './hold.js';

export interface PaidOrder {
  readonly orderId: OrderId;
  readonly round: number;
  readonly customerId: CustomerId;
  readonly pointsSpent: number;
  readonly pointsToEarn: number;
}

/** Confirms what was held for a paid order and gives the points it earns: once, however often it is said. */
export function settlePaid(
  book: Book,
  order: PaidOrder,
): { readonly spent: number; readonly earned: number; readonly wallet: WalletChange } | null {
  // Seen before, or the refund came first and left its mark: nothing is earned any more.
  if (book.orderPoints.has(order.orderId)) return null;
  const { orderId, customerId } = order;
  const held = book.holds.get(holdKey(orderId, order.round));
  const moves: WalletMove[] = [spend(book, order, held), earn(order)];
  if (held?.status === 'HELD')
    book.holds.set(holdKey(orderId, order.round), { ...held, status: 'CONFIRMED' });
  const spent = Math.abs(moves[0]?.frozen ?? 0) + Math.abs(moves[0]?.points ?? 0);
  const wallet = book.move(customerId, moves);
  const earned = order.pointsToEarn;
  book.orderPoints.set(orderId, {
    orderId,
    customerId,
    spent,
    earned,
    reversed: false,
    returned: 0,
    takenBack: 0,
    shortfall: 0,
  });
  return wallet ? { spent, earned, wallet } : null;
}

/** Frozen points are spent. If the hold was lost, the order is paid all the same: what the wallet has is taken. */
function spend(book: Book, order: PaidOrder, held: Hold | undefined): WalletMove {
  const { orderId } = order;
  if (held?.status === 'HELD') return { kind: 'spent', points: 0, frozen: -held.points, orderId };
  const points = Math.min(order.pointsSpent, book.account(order.customerId).available);
  return { kind: 'spent', points: -points, frozen: 0, orderId };
}

const earn = ({ pointsToEarn, orderId }: PaidOrder): WalletMove => ({
  kind: 'earned',
  points: pointsToEarn,
  frozen: 0,
  orderId,
});

export interface Reversal {
  readonly returned: number;
  readonly takenBack: number;
  readonly shortfall: number;
  readonly wallet: WalletChange | null;
}

/**
 * Undoes a paid order: spent points come back first, then the earned ones are taken as far as they are there; the
 * rest is the shortfall that the refund pays for (decisions.md 5). A refund that comes before its paid event gives
 * back what is held and leaves a mark, so that nothing is earned later. Null when it was undone before: it is said
 * once, since the books would count each saying.
 */
export function reverse(book: Book, order: Pick<PaidOrder, 'orderId' | 'customerId'>): Reversal | null {
  const { orderId, customerId } = order;
  const paid = book.orderPoints.get(orderId);
  if (paid?.reversed) return null;
  const holds = book.holdsOf(orderId);
  const held = holds.filter(({ status }) => status === 'HELD');
  const used = holds.filter(({ status }) => status === 'CONFIRMED');
  for (const { coupon } of used) if (coupon) book.freeCoupon(coupon, customerId);
  book.undone.push(...used);

  const given = held.map((hold) => giveBack(book, hold));
  const spent = paid?.spent ?? 0;
  const returned = spent + given.reduce((sum, { points }) => sum + points, 0);
  const earned = paid?.earned ?? 0;
  const takenBack = Math.min(earned, book.account(customerId).available + returned);
  const shortfall = earned - takenBack;
  const wallet = book.move(customerId, [
    ...given,
    { kind: 'returned', points: spent, frozen: 0, orderId },
    { kind: 'taken-back', points: -takenBack, frozen: 0, orderId },
  ]);
  const undone = { spent, earned, reversed: true, returned, takenBack, shortfall };
  book.orderPoints.set(orderId, { orderId, customerId, ...undone });
  return { returned, takenBack, shortfall, wallet };
}
