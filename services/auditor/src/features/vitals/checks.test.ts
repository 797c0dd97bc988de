import type { OrderId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { checkLedger } from './check-ledger.js';
import { checkMessages } from './check-messages.js';
import { checkOrders } from './check-orders.js';
import { checkPayments } from './check-payments.js';
import { checkPoints } from './check-points.js';
import { checkStock } from './check-stock.js';

const stock = {
  skus: 2,
  onHand: 92,
  reserved: 3,
  versions: 9,
  belowZero: 0,
  movements: 9,
  supplied: 90,
  adjusted: 10,
  held: 3,
  confirmed: 9,
  returned: 1,
  overdue: [],
};
const points = {
  wallets: 2,
  available: 700,
  frozen: 300,
  belowZero: 0,
  entries: 700,
  held: 300,
  miscounted: [],
};
const ledger = {
  journals: 1,
  unbalanced: [],
  balances: [
    { account: 'bank-clearing', currency: 'USD', balance: 50 },
    { account: 'sales', currency: 'USD', balance: -50 },
  ],
} as const;
const unbalanced = { ...ledger, unbalanced: ['j'], balances: [...ledger.balances] };
const order = '7214563982110720' as OrderId;

test('numbers that add up break nothing', () => {
  const all = [
    checkStock(stock),
    checkPoints(points),
    checkLedger({ ...ledger, unbalanced: [], balances: [...ledger.balances] }),
    checkOrders({ orders: 1, versions: 3, stuck: [] }),
    checkPayments({ undecided: [], overRefunded: [] }),
    checkMessages('order', { unsent: 0, deadLetters: 0 }),
  ];
  expect(all.flat()).toEqual([]);
});

const lonely = [ledger.balances[0]];
test.each([
  ['I1', checkStock({ ...stock, belowZero: 1 })],
  ['I2', checkStock({ ...stock, onHand: 91 })],
  ['I2', checkStock({ ...stock, returned: 0 })],
  ['I3', checkStock({ ...stock, held: 2 })],
  ['I4', checkStock({ ...stock, movements: 8 })],
  ['I5', checkStock({ ...stock, overdue: [order] })],
  ['O3', checkOrders({ orders: 1, versions: 3, stuck: [order] })],
  ['P2', checkPayments({ undecided: [], overRefunded: ['a'] })],
  ['P4', checkPayments({ undecided: ['a'], overRefunded: [] })],
  ['L1', checkLedger(unbalanced)],
  ['L2', checkLedger({ ...ledger, unbalanced: [], balances: lonely })],
  ['Y1', checkPoints({ ...points, belowZero: 1 })],
  ['Y1', checkPoints({ ...points, entries: 699 })],
  ['Y1', checkPoints({ ...points, held: 0 })],
  ['Y3', checkPoints({ ...points, miscounted: ['STILLWATER'] })],
  ['M1', checkMessages('order', { unsent: 1, deadLetters: 0 })],
  ['M5', checkMessages('order', { unsent: 0, deadLetters: 2 })],
])('%s is found broken, alone and with evidence', (id, violations) => {
  expect(violations.map(({ invariant }) => invariant)).toEqual([id]);
  expect(violations[0]?.evidence.length).toBeGreaterThan(10);
});
