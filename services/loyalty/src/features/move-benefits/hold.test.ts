import { describe, expect, test } from 'vitest';
import { bookOf, coupon, MARA, ORDER, WEN, wallet } from '../../testing/book-of.js';
import { hold, release, type Wanted } from './hold.js';

const wanted = (given: Partial<Wanted> = {}): Wanted => ({
  orderId: ORDER,
  round: 1,
  customerId: MARA,
  points: 300,
  coupon: null,
  ...given,
});
const points = ({ available, frozen }: { available: number; frozen: number }) => [available, frozen];

describe('a hold', () => {
  test('freezes points, and tells the wallet after it', () => {
    const book = bookOf({ accounts: [wallet(500)] });
    const answer = hold(book, wanted());
    expect(answer).toMatchObject({
      held: true,
      wallet: {
        available: 200,
        frozen: 300,
        version: 2,
        entries: [{ kind: 'held', points: -300, balance: 200 }],
      },
    });
  });

  test('that is asked for again is answered as the first time, and moves nothing', () => {
    const book = bookOf({ accounts: [wallet(500)] });
    hold(book, wanted());
    expect(hold(book, wanted())).toEqual({ held: true, wallet: null });
    expect(points(book.account(MARA))).toEqual([200, 300]);
  });

  test('of more points than there are is refused, and stays refused', () => {
    const book = bookOf({ accounts: [wallet(299)] });
    expect(hold(book, wanted())).toEqual({ held: false, why: 'not-enough-points', available: 299 });
    book.move(MARA, [{ kind: 'granted', points: 500, frozen: 0, orderId: null }]);
    expect(hold(book, wanted())).toMatchObject({ held: false, why: 'not-enough-points' });
  });

  test('holds points and coupon, or neither', () => {
    const book = bookOf({ accounts: [wallet(500)], coupons: [coupon({ expired: true })] });
    expect(hold(book, wanted({ coupon: 'STILLWATER' }))).toMatchObject({ held: false, why: 'expired' });
    expect(points(book.account(MARA))).toEqual([500, 0]);
  });

  test.each([
    ['that nobody knows', coupon({ code: 'OTHER' }), 'unknown'],
    ['that has ended', coupon({ expired: true }), 'expired'],
    ['whose last use is taken', coupon({ useLimit: 2, uses: 2 }), 'used-up'],
  ])('of a coupon %s is refused', (_, known, why) => {
    const book = bookOf({ coupons: [known] });
    expect(hold(book, wanted({ points: 0, coupon: 'STILLWATER' }))).toMatchObject({ held: false, why });
  });

  test('of a coupon takes a use: once a customer, and no more than the limit, also within a batch', () => {
    const book = bookOf({ coupons: [coupon({ useLimit: 2, uses: 1 })] });
    const ask = (orderId: string, customerId = MARA) =>
      hold(book, wanted({ orderId: orderId as typeof ORDER, customerId, points: 0, coupon: 'STILLWATER' }));
    expect(ask('1')).toMatchObject({ held: true });
    expect(ask('2')).toMatchObject({ held: false, why: 'already-used' });
    expect(ask('3', WEN)).toMatchObject({ held: false, why: 'used-up' });
    expect(book.changes().coupons).toEqual([{ code: 'STILLWATER', by: 1 }]);
  });
});

describe('a release', () => {
  const release1 = { orderId: ORDER, round: 1, customerId: MARA };

  test('gives points and coupon back, once', () => {
    const book = bookOf({ accounts: [wallet(500)], coupons: [coupon({ useLimit: 1 })] });
    hold(book, wanted({ coupon: 'STILLWATER' }));
    expect(release(book, release1)).toMatchObject({ released: true, wallet: { available: 500, frozen: 0 } });
    expect(release(book, release1)).toEqual({ released: true, wallet: null });
    expect(points(book.account(MARA))).toEqual([500, 0]);
    expect(book.coupons.get('STILLWATER')?.uses).toBe(0);
    expect(hold(book, wanted({ round: 2, coupon: 'STILLWATER' }))).toMatchObject({ held: true });
  });

  test('that comes before its try refuses the try', () => {
    const book = bookOf({ accounts: [wallet(500)] });
    expect(release(book, release1)).toEqual({ released: true, wallet: null });
    expect(hold(book, wanted())).toMatchObject({ held: false, why: 'released-before' });
    expect(points(book.account(MARA))).toEqual([500, 0]);
  });

  test('of one round leaves another alone', () => {
    const book = bookOf({ accounts: [wallet(700)] });
    hold(book, wanted());
    hold(book, wanted({ round: 2 }));
    release(book, release1);
    expect(points(book.account(MARA))).toEqual([400, 300]);
  });

  test('of what was refused says nothing', () => {
    const book = bookOf({ accounts: [wallet(1)] });
    hold(book, wanted());
    expect(release(book, release1)).toEqual({ released: false, wallet: null });
  });
});
