import { existsSync } from 'node:fs';
import { GUARDS, INVARIANTS, SENDERS } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { checkGuards } from './check-guards.js';
import { checkLedger } from './check-ledger.js';
import { checkMessages } from './check-messages.js';
import { checkOrders } from './check-orders.js';
import { checkPayments } from './check-payments.js';
import { checkPoints } from './check-points.js';
import { checkStock } from './check-stock.js';
import { checkAcknowledged, Lag } from './check-streams.js';

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
  sold: 9,
  miscast: [],
  skipped: [],
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
  drifted: [],
  usedTwice: [],
};
const ledger = {
  journals: 1,
  unbalanced: [],
  unbooked: 0,
  repeated: [] as string[],
  balances: [
    { account: 'bank-clearing', currency: 'USD', balance: 50 },
    { account: 'sales', currency: 'USD', balance: -50 },
  ],
} as const;
const unbalanced = { ...ledger, unbalanced: ['j'], balances: [...ledger.balances] };
const order = '7214563982110720' as OrderId;
const orders = { orders: 1, versions: 3, changes: 2, stuck: [], twoKeys: [], undone: [] };
const messages = { unsent: 0, deadLetters: 0, acknowledged: [] };
const overdrawn = [
  { account: 'customer-deposits', currency: 'USD', balance: 50 } as const,
  { account: 'sales', currency: 'USD', balance: -50 } as const,
];
const guards = GUARDS.map(({ name }) => name);
const made = '2026-03-01T00:00:00.000Z';
const stream = {
  stream: 'EVENTS_ORDER',
  created: made,
  lastSeq: 9,
  taken: [{ durable: 'views__follow-order', seq: 9 }],
};
const acknowledged = (change: object) =>
  checkAcknowledged('order', { acknowledged: [{ stream: 'EVENTS_ORDER', created: made, seq: 9 }] }, [
    { ...stream, ...change },
  ]);

test('numbers that add up break nothing', () => {
  const all = [
    checkStock(stock),
    checkPoints(points),
    checkLedger({ ...ledger, unbalanced: [], balances: [...ledger.balances] }),
    checkOrders(orders),
    checkPayments({ undecided: [], overRefunded: [] }),
    checkMessages('order', messages),
    acknowledged({}),
    SENDERS.flatMap((service) => checkGuards(service, guards)),
  ];
  expect(all.flat()).toEqual([]);
});

const lonely = [ledger.balances[0]];
test.each([
  ['I1', checkStock({ ...stock, belowZero: 1 })],
  ['I2', checkStock({ ...stock, onHand: 91 })],
  ['I2', checkStock({ ...stock, returned: 0 })],
  ['I3', checkStock({ ...stock, held: 2 })],
  ['I3', checkStock({ ...stock, sold: 8 })],
  ['I4', checkStock({ ...stock, miscast: [order] })],
  ['M4', checkStock({ ...stock, skipped: ['CUP'] })],
  ['I4', checkStock({ ...stock, movements: 8 })],
  ['I5', checkStock({ ...stock, overdue: [order] })],
  ['O3', checkOrders({ ...orders, stuck: [order] })],
  ['O5', checkOrders({ ...orders, twoKeys: [order] })],
  ['O6', checkOrders({ ...orders, undone: [order] })],
  ['M4', checkOrders({ ...orders, changes: 1 })],
  ['P2', checkPayments({ undecided: [], overRefunded: ['a'] })],
  ['P4', checkPayments({ undecided: ['a'], overRefunded: [] })],
  ['L1', checkLedger(unbalanced)],
  ['L2', checkLedger({ ...ledger, unbalanced: [], balances: lonely })],
  ['L3', checkLedger({ ...ledger, unbalanced: [], balances: [...ledger.balances], unbooked: 1 })],
  ['L5', checkLedger({ ...ledger, unbalanced: [], balances: [...ledger.balances], repeated: ['e'] })],
  ['L6', checkLedger({ ...ledger, unbalanced: [], balances: overdrawn })],
  ['Y1', checkPoints({ ...points, drifted: ['w'] })],
  ['Y3', checkPoints({ ...points, usedTwice: ['c of STILLWATER'] })],
  ['M6', acknowledged({ lastSeq: 8 })],
  ['M6', acknowledged({ created: '2026-03-02T00:00:00.000Z' })],
  ['M6', acknowledged({ stream: 'EVENTS_CART' })],
  ['Y1', checkPoints({ ...points, belowZero: 1 })],
  ['Y1', checkPoints({ ...points, entries: 699 })],
  ['Y1', checkPoints({ ...points, held: 0 })],
  ['Y3', checkPoints({ ...points, miscounted: ['STILLWATER'] })],
  ['M1', checkMessages('order', { ...messages, unsent: 1 })],
  ['M5', checkMessages('order', { ...messages, deadLetters: 2 })],
])('%s is found broken, alone and with evidence', (id, violations) => {
  expect(violations.map(({ invariant }) => invariant)).toEqual([id]);
  expect(violations[0]?.evidence.length).toBeGreaterThan(10);
});

test.each(GUARDS)(
  'a database of $service without $name breaks $invariant',
  ({ invariant, service, name }) => {
    const violations = checkGuards(
      service,
      guards.filter((guard) => guard !== name),
    );
    expect(violations).toMatchObject([{ invariant, subject: `${service} ${name}` }]);
  },
);

test('who has not taken what was there for longer than the bound is behind, and nobody else', () => {
  const lag = new Lag(100);
  const at = (lastSeq: number, seq: number) => [{ ...stream, lastSeq, taken: [{ durable: 'slow', seq }] }];
  expect(lag.check(at(9, 9), 0)).toEqual([]);
  expect(lag.check(at(50, 9), 50)).toEqual([]);
  expect(lag.check(at(60, 9), 149)).toEqual([]);
  expect(lag.check(at(60, 49), 150)).toMatchObject([{ invariant: 'R2', subject: 'slow' }]);
  expect(lag.check(at(60, 50), 151)).toEqual([]);
  expect(lag.check([{ ...stream, created: '2026-03-02T00:00:00.000Z', lastSeq: 1 }], 900)).toEqual([]);
});

const stories = Object.values(INVARIANTS).flatMap(({ story }) => story ?? []);

test.each(stories)('%s, which tells what no look can show, is there', (story) => {
  expect(existsSync(new URL(`../../../../../${story}`, import.meta.url))).toBe(true);
});
