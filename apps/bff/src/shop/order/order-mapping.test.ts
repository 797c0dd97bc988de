import { ORDER_STATES, type OrderView } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { orderSnapshot } from '../../testing/samples.js';
import { orderActions } from './order-actions.js';
import { orderReason } from './order-reason.js';
import { viewOfSnapshot } from './view-of-snapshot.js';

const view = (change: Partial<OrderView> = {}): OrderView => ({
  ...viewOfSnapshot(orderSnapshot()),
  ...change,
});
const usd = (minor: number) => ({ minor, currency: 'USD' as const });

test('the same snapshot gives the same order byte for byte, so that a replay is equal', () => {
  expect(JSON.stringify(viewOfSnapshot(orderSnapshot()))).toBe(
    JSON.stringify(viewOfSnapshot(orderSnapshot())),
  );
});

test('the payment of a snapshot is what is known of the money', () => {
  const states = [
    orderSnapshot(),
    orderSnapshot({ paymentInProgress: true }),
    orderSnapshot({ captured: usd(11_400) }),
    orderSnapshot({ captured: usd(11_400), refunded: usd(11_400) }),
  ].map((snapshot) => viewOfSnapshot(snapshot).payment?.state ?? null);
  expect(states).toEqual([null, 'started', 'captured', 'refunded']);
});

test('a decline is shown even when the bank gave no reason', () => {
  expect(viewOfSnapshot(orderSnapshot(), { bankReason: null }).payment).toEqual({
    state: 'declined',
    bankReason: null,
  });
});

test('nobody is asked to pay while the bank is being asked, and anybody after a decline', () => {
  const withPayment = (state: NonNullable<OrderView['payment']>['state']) =>
    orderActions(view({ payment: { state, bankReason: null } }));
  expect(withPayment('started')).toEqual(['CANCEL']);
  expect(withPayment('in-doubt')).toEqual(['CANCEL']);
  expect(withPayment('declined')).toEqual(['PAY', 'CANCEL']);
});

test('every state has its actions', () => {
  expect(Object.fromEntries(ORDER_STATES.map((state) => [state, orderActions(view({ state }))]))).toEqual({
    placed: ['CANCEL'],
    reserved: ['CANCEL'],
    'awaiting-payment': ['PAY', 'CANCEL'],
    paid: ['REFUND'],
    fulfilling: ['REFUND'],
    completed: ['REFUND', 'REVIEW'],
    rejected: [],
    cancelled: [],
    expired: [],
    refunding: [],
    refunded: [],
  });
});

test('reasons have a code and a sentence in the language of the shopper', () => {
  const soldOut = view({ rejection: { reason: 'sold-out', shortages: [] } });
  expect(orderReason(soldOut, 'en')).toEqual({ code: 'SOLD_OUT', text: 'Sold out before it could be held.' });
  expect(orderReason(soldOut, 'zh')?.text).toMatch(/卖完/);
  expect(orderReason(view({ refundReason: 'late-capture' }), 'en')?.code).toBe('LATE_CAPTURE');
  expect(orderReason(view(), 'en')).toBeNull();
});
