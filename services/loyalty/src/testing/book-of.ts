import type { CustomerId, OrderId } from '@evenkeel/kernel';
import type { Account, Coupon } from '../benefits.js';
import { Book, type Loaded } from '../book.js';

export const MARA = 'mara' as CustomerId;
export const WEN = 'wen' as CustomerId;
export const ORDER = '42' as OrderId;

/** A wallet with so many points that can be used. */
export const wallet = (available: number, customerId = MARA): Account => ({
  customerId,
  available,
  frozen: 0,
  version: 1,
});

export const coupon = (given: Partial<Coupon> = {}): Coupon => ({
  code: 'STILLWATER',
  useLimit: null,
  uses: 0,
  expired: false,
  ...given,
});

/** What a batch would have loaded; ids and times are counted up. */
export function bookOf(loaded: Partial<Loaded>): Book {
  let ids = 0;
  const nothing: Loaded = { accounts: [], holds: [], orderPoints: [], coupons: [], openUses: [] };
  const newId = () => {
    ids += 1;
    return String(ids);
  };
  return new Book({ ...nothing, ...loaded }, { newId, at: '2026-11-21T10:00:00.000Z' });
}
