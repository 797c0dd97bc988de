import type { WalletChange } from '@evenkeel/contracts';
import type { CustomerId, OrderId } from '@evenkeel/kernel';
import { type Hold, holdKey, type Refusal, useKey } from '../../benefits.js';
import type { Book, WalletMove } from '../../book.js';

/** What is to be held: points and coupon, both or neither. */
export interface Wanted {
  readonly orderId: OrderId;
  readonly round: number;
  readonly customerId: CustomerId;
  readonly points: number;
  readonly coupon: string | null;
}

export type HoldAnswer =
  | { readonly held: true; readonly wallet: WalletChange | null }
  | { readonly held: false; readonly why: Refusal; readonly available: number };

/** Holds points and coupon. A repeated try answers as the first one did; a try after its cancel is refused. */
export function hold(book: Book, wanted: Wanted): HoldAnswer {
  const { available } = book.account(wanted.customerId);
  const known = book.holds.get(holdKey(wanted.orderId, wanted.round));
  if (known) return repeat(known, available);
  const why = refusal(book, wanted, available);
  const status = why ? 'REFUSED' : 'HELD';
  book.holds.set(holdKey(wanted.orderId, wanted.round), { ...wanted, status, why });
  if (why) return { held: false, why, available };
  if (wanted.coupon) book.useCoupon(wanted.coupon, wanted.customerId);
  const { orderId, points } = wanted;
  const wallet = book.move(wanted.customerId, [{ kind: 'held', points: -points, frozen: points, orderId }]);
  return { held: true, wallet };
}

function repeat(known: Hold, available: number): HoldAnswer {
  if (known.status === 'HELD' || known.status === 'CONFIRMED') return { held: true, wallet: null };
  return { held: false, why: known.why ?? 'released-before', available };
}

function refusal(book: Book, wanted: Wanted, available: number): Refusal | null {
  if (wanted.points > available) return 'not-enough-points';
  if (wanted.coupon === null) return null;
  const coupon = book.coupons.get(wanted.coupon);
  if (!coupon) return 'unknown';
  if (coupon.expired) return 'expired';
  if (book.openUses.has(useKey(coupon.code, wanted.customerId))) return 'already-used';
  return coupon.useLimit !== null && coupon.uses >= coupon.useLimit ? 'used-up' : null;
}

/** Gives held points and coupon back; a cancel that comes before its try leaves a row that refuses the try. */
export function release(
  book: Book,
  of: Pick<Wanted, 'orderId' | 'round' | 'customerId'>,
): { readonly released: boolean; readonly wallet: WalletChange | null } {
  const key = holdKey(of.orderId, of.round);
  const known = book.holds.get(key);
  if (!known) {
    book.holds.set(key, { ...of, points: 0, coupon: null, status: 'RELEASED', why: null });
    return { released: true, wallet: null };
  }
  if (known.status !== 'HELD') return { released: known.status === 'RELEASED', wallet: null };
  return { released: true, wallet: book.move(known.customerId, [giveBack(book, known)]) };
}

/** Lets a hold go, its coupon too; returns what that moves in the wallet. */
export function giveBack(book: Book, held: Hold): WalletMove {
  book.holds.set(holdKey(held.orderId, held.round), { ...held, status: 'RELEASED' });
  if (held.coupon) book.freeCoupon(held.coupon, held.customerId);
  const { points, orderId } = held;
  return { kind: 'released', points, frozen: -points, orderId };
}
