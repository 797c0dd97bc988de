import type { OrderId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { journalOf, Unbalanced } from '../../ledger.js';
import { type BookedItem, journalFor } from './book-journals.js';

const orderId = '42' as OrderId;
const price = {
  currency: 'USD',
  subtotal: 15_400,
  discount: 770,
  shipping: 600,
  pointsSpent: 300,
  pointsValue: 300,
  total: 14_930,
  pointsToEarn: 149,
} as const;

const given = (type: BookedItem['type'], data: object) =>
  journalFor({ id: '0190a000-0000-7000-8000-000000000001', type, data } as BookedItem);
const sums = (entries: readonly { account: string; amount: number }[]) =>
  Object.fromEntries(entries.map((entry) => [entry.account, entry.amount]));

test('a sale turns the deposit, coupon and points into goods and delivery', () => {
  const journal = given('order.order-paid', { orderId, price, captured: { minor: 14_930, currency: 'USD' } });
  expect(journal && sums(journal.entries)).toEqual({
    'customer-deposits': 14_930,
    'coupon-expense': 770,
    'points-liability': 300,
    sales: -15_400,
    shipping: -600,
  });
});

test('a capture leaves the fee with the bank and owes the shopper the whole', () => {
  const journal = given('payment.payment-captured', {
    orderId,
    amount: { minor: 14_930, currency: 'USD' },
    fee: { minor: 120, currency: 'USD' },
  });
  expect(journal && sums(journal.entries)).toEqual({
    'bank-clearing': 14_810,
    'bank-fees': 120,
    'customer-deposits': -14_930,
  });
});

test('points that were spent already make the refund smaller, and the books still balance', () => {
  const journal = given('order.order-refunded', {
    orderId,
    price,
    wasPaid: true,
    refunded: { minor: 14_830, currency: 'USD' },
    shortfall: { minor: 100, currency: 'USD' },
  });
  expect(journal?.entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0);
  expect(journal && sums(journal.entries)['points-expense']).toBe(-100);
});

test('an order that was never paid has no sale to reverse', () => {
  const money = { minor: 0, currency: 'USD' };
  expect(
    given('order.order-refunded', { orderId, price, wasPaid: false, refunded: money, shortfall: money }),
  ).toBeNull();
});

test('money of a wrong amount never touches the shopper’s deposit', () => {
  const journal = given('payment.payment-amount-mismatched', {
    orderId,
    taken: { minor: 500, currency: 'USD' },
    fee: { minor: 10, currency: 'USD' },
  });
  expect(journal?.kind).toBe('suspense');
  expect(journal && sums(journal.entries)).not.toHaveProperty('customer-deposits');
});

test('a capture whose amount is not the total cannot be booked as a sale', () => {
  expect(() =>
    given('order.order-paid', { orderId, price, captured: { minor: 1, currency: 'USD' } }),
  ).toThrow(Unbalanced);
});

test('a journal without movement is no journal', () => {
  const about = { kind: 'sale', sourceEventId: 'x', orderId, currency: 'USD' } as const;
  expect(journalOf(about, { debit: { sales: 0 }, credit: { shipping: 0 } })).toBeNull();
});
