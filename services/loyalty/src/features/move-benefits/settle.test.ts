import { describe, expect, test } from 'vitest';
import type { Book } from '../../book.js';
import { bookOf, coupon, MARA, ORDER, wallet } from '../../testing/book-of.js';
import { hold, release } from './hold.js';
import { reverse, settlePaid } from './settle.js';

const order = { orderId: ORDER, customerId: MARA };
const wanted = { ...order, round: 1, points: 300, coupon: 'STILLWATER' };
const paid = { ...order, round: 1, pointsSpent: 300, pointsToEarn: 96 };
const nothingSpent = { ...paid, pointsSpent: 0 };

const given = (available = 500) =>
  bookOf({ accounts: [wallet(available)], coupons: [coupon({ useLimit: 10 })] });
const inWallet = (book: Book) => {
  const { available, frozen } = book.account(MARA);
  return [available, frozen];
};
const spendElsewhere = (book: Book, points: number) =>
  hold(book, { ...order, orderId: '43' as typeof ORDER, round: 1, points, coupon: null });

describe('a paid order', () => {
  test('spends what was held and earns its points, in one version of the wallet', () => {
    const book = given();
    hold(book, wanted);
    expect(settlePaid(book, paid)).toMatchObject({
      spent: 300,
      earned: 96,
      wallet: {
        available: 296,
        frozen: 0,
        version: 3,
        entries: [
          { kind: 'spent', points: 0, balance: 200 },
          { kind: 'earned', points: 96, balance: 296 },
        ],
      },
    });
    expect(book.coupons.get('STILLWATER')?.uses).toBe(1);
  });

  test('is settled once, however often it is said', () => {
    const book = given();
    hold(book, wanted);
    settlePaid(book, paid);
    expect(settlePaid(book, paid)).toBeNull();
    expect(inWallet(book)).toEqual([296, 0]);
  });

  test('cannot be released any more', () => {
    const book = given();
    hold(book, wanted);
    settlePaid(book, paid);
    expect(release(book, { ...order, round: 1 })).toEqual({ released: false, wallet: null });
    expect(inWallet(book)).toEqual([296, 0]);
  });

  test('whose hold was lost takes what the wallet has', () => {
    const book = given(100);
    expect(settlePaid(book, paid)).toMatchObject({ spent: 100, wallet: { available: 96 } });
  });

  test('without points moves nothing', () => {
    const book = given();
    expect(settlePaid(book, { ...nothingSpent, pointsToEarn: 0 })).toBeNull();
    expect(book.changes().accounts).toEqual([]);
  });
});

describe('a refund', () => {
  test('returns spent points, takes earned ones, and frees the coupon', () => {
    const book = given();
    hold(book, wanted);
    settlePaid(book, paid);
    expect(reverse(book, order)).toMatchObject({ returned: 300, takenBack: 96, shortfall: 0 });
    expect(inWallet(book)).toEqual([500, 0]);
    expect(book.coupons.get('STILLWATER')?.uses).toBe(0);
  });

  test('takes what is there when the earned points are spent already; the rest is the shortfall', () => {
    const book = given(0);
    settlePaid(book, nothingSpent);
    spendElsewhere(book, 60);
    expect(reverse(book, order)).toMatchObject({ returned: 0, takenBack: 36, shortfall: 60 });
    expect(inWallet(book)).toEqual([0, 60]);
  });

  test('counts the points that it returns before it asks what is there', () => {
    const book = given(300);
    hold(book, wanted);
    settlePaid(book, paid);
    spendElsewhere(book, 96);
    expect(reverse(book, order)).toMatchObject({ returned: 300, takenBack: 96, shortfall: 0 });
    expect(inWallet(book)).toEqual([204, 96]);
  });

  test('is done once and said once', () => {
    const book = given();
    hold(book, wanted);
    settlePaid(book, paid);
    reverse(book, order);
    expect(reverse(book, order)).toBeNull();
    expect(inWallet(book)).toEqual([500, 0]);
  });

  test('that comes before the paid event gives back what is held, and nothing is earned later', () => {
    const book = given();
    hold(book, wanted);
    expect(reverse(book, order)).toMatchObject({ returned: 300, takenBack: 0, shortfall: 0 });
    expect(settlePaid(book, paid)).toBeNull();
    expect(inWallet(book)).toEqual([500, 0]);
    expect(book.coupons.get('STILLWATER')?.uses).toBe(0);
  });

  test('finds what an earlier round held or used, since only the stock was held once more', () => {
    const held = given();
    hold(held, wanted);
    reverse(held, order);
    expect(inWallet(held)).toEqual([500, 0]);

    const used = given();
    hold(used, wanted);
    settlePaid(used, paid);
    release(used, { ...order, round: 2 });
    reverse(used, order);
    expect(used.coupons.get('STILLWATER')?.uses).toBe(0);
  });

  test('of an order that moved no points leaves a mark all the same', () => {
    const book = given();
    expect(reverse(book, order)).toEqual({ returned: 0, takenBack: 0, shortfall: 0, wallet: null });
    expect(settlePaid(book, nothingSpent)).toBeNull();
  });
});
