import type { AttemptId, Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import type { OrderFile } from '../../difference.js';
import { ATTEMPT, fileWith, ORDER, paidFile, TOTAL } from '../../testing/file-of.js';
import { checkSold, type StockRow } from './check-sold.js';
import { judge } from './judge.js';
import { strayMoney } from './strays.js';

const GRACE = 60;
const classesOf = (file: OrderFile) => judge(file, GRACE).map((difference) => difference.class);
const other = { minor: 4_999, currency: 'USD' } as const;
const attempt = (change: object) => {
  const [known] = paidFile().payment?.attempts ?? [];
  return { attempts: [{ ...known, ...change }] as NonNullable<OrderFile['payment']>['attempts'] };
};
const reservation = (change: object) => {
  const [known] = paidFile().stock?.rows ?? [];
  return { rows: [{ ...known, ...change }] as NonNullable<OrderFile['stock']>['rows'] };
};
const unpaid = {
  captured: null,
  soldOn: null,
  changes: [{ version: 2, type: 'order.order-cancelled' }],
  version: 2,
};
const nothing = { payment: null, ledger: null, points: null, settlement: [] as OrderFile['settlement'] };
const cancelled = {
  ...nothing,
  order: { ...unpaid, state: 'cancelled' as const },
  stock: reservation({ status: 'RELEASED' }),
  view: { state: 'cancelled' as const, version: 2, captured: null, pointsEarned: 0, sold: null },
};
const kinds = (...all: NonNullable<OrderFile['ledger']>['kinds']) => ({ ledger: { kinds: all } });
const unknown = { state: 'unknown' as const, taken: null };
const waiting = { ...cancelled, order: { ...unpaid, state: 'awaiting-payment' as const } };

const STRANGER = '0190a1b2-0000-7000-8000-0000000000bb' as NonNullable<OrderFile['view']>['customerId'];
const CUP = 'CUP' as Sku;
const illegal = [
  { version: 2, type: 'order.order-refunded' },
  { version: 3, type: 'order.payment-started' },
  { version: 4, type: 'order.order-paid' },
];
const sale = { day: '2026-03-01', currency: 'USD', units: 2, gross: 5_000, refunded: 0 } as const;
const noPoints = { earned: 0, entered: 0 };

test('an order of which everybody says the same is no finding, nor one that was taken back', () => {
  expect(classesOf(paidFile())).toEqual([]);
  expect(classesOf(fileWith(cancelled))).toEqual([]);
});

test('an order that is still moving is no finding', () => {
  const moving = fileWith({ order: { restSeconds: GRACE - 1 }, view: null, ledger: null });
  expect(classesOf(moving)).toEqual([]);
});

test.each<[string, Parameters<typeof fileWith>[0]]>([
  [
    'amount-differs',
    { settlement: [{ kind: 'capture', reference: ATTEMPT, amount: other, ageSeconds: 3_600 }] },
  ],
  ['paid-here-only', { settlement: [] }],
  ['books-differ', { ledger: { balances: [{ account: 'bank-clearing', currency: 'USD', balance: 4_999 }] } }],
  ['history-broken', { order: { changes: paidFile().order?.changes.slice(1) ?? [] } }],
  ['stock-differs', { stock: reservation({ quantity: 1 }) }],
  ['stock-differs', { stock: null }],
  ['sale-missing', kinds('capture')],
  ['points-twice', { points: { entered: 100 } }],
  ['points-missing', { points: { entered: 0 } }],
  ['view-drifted', { view: { version: 3 } }],
  ['view-drifted', { view: { state: 'awaiting-payment' } }],
  ['view-drifted', { view: { captured: other } }],
  ['view-drifted', { view: { sold: null } }],
  ['view-drifted', { view: { sold: { ...sale, day: '2026-03-02' } } }],
  ['view-drifted', { view: { sold: { ...sale, gross: 1 } } }],
  ['view-drifted', { view: { sold: { ...sale, units: 1 } } }],
  ['view-drifted', { view: { sold: { ...sale, refunded: 1 } } }],
  ['order-unseen', { view: null }],
  ['shown-to-another', { view: { customerId: STRANGER } }],
  ['price-differs', { order: { lines: [{ sku: CUP, quantity: 2, unitPrice: 1 }] } }],
  ['reversal-differs', kinds('capture', 'sale', 'sale-reversal')],
  ['reversal-differs', kinds('capture', 'sale', 'sale')],
  ['transition-illegal', { order: { changes: illegal } }],
  ['benefits-held-for-nobody', { ...cancelled, points: { held: 5, ...noPoints } }],
  ['benefits-held-for-nobody', { ...cancelled, points: { coupon: 'STILLWATER', ...noPoints } }],
  ['held-for-nobody', { ...cancelled, stock: reservation({ status: 'HELD' }) }],
  ['held-for-nobody', { ...nothing, order: null, view: null, stock: reservation({ status: 'HELD' }) }],
])('%s is found alone, with money at stake and what each side says', (name, given) => {
  const found = judge(fileWith(given), GRACE);
  expect(found.map((difference) => difference.class)).toEqual([name]);
  expect(found[0]?.orderId).toBe(ORDER);
  expect(found[0]?.evidence.every(({ says }) => says.length > 0)).toBe(true);
});

test('money that the bank took and we do not know of is named by its attempt', () => {
  const file = fileWith({
    ...waiting,
    view: { ...cancelled.view, state: 'awaiting-payment' },
    payment: attempt(unknown),
    settlement: paidFile().settlement,
  });
  expect(judge(file, GRACE)).toMatchObject([
    { class: 'paid-at-bank-only', subject: ATTEMPT, orderId: ORDER, atStake: TOTAL },
  ]);
  const declined = fileWith({ ...cancelled, payment: attempt({ state: 'declined', taken: null }) });
  expect(classesOf({ ...declined, settlement: paidFile().settlement })).toContain('bank-took-for-nobody');
});

test('money that has just moved at the bank is on its way', () => {
  const fresh = [{ kind: 'capture' as const, reference: ATTEMPT, amount: TOTAL, ageSeconds: 1 }];
  const file = fileWith({
    ...waiting,
    view: { ...cancelled.view, state: 'awaiting-payment' },
    payment: attempt(unknown),
    settlement: fresh,
  });
  expect(classesOf(file)).toEqual([]);
});

test('a difference that the books have taken to suspense is known', () => {
  const corrected = fileWith({
    settlement: [],
    ledger: {
      kinds: ['capture', 'sale', 'bank-correction'],
      balances: [
        { account: 'bank-clearing', currency: 'USD', balance: -35 },
        { account: 'bank-fees', currency: 'USD', balance: 35 },
        { account: 'suspense', currency: 'USD', balance: 5_000 },
      ],
    },
  });
  expect(classesOf(corrected)).toEqual([]);
});

test('an ended order for which payment still holds money does not agree with it', () => {
  const file = fileWith({
    ...cancelled,
    payment: attempt({}),
    settlement: paidFile().settlement,
    ledger: {},
  });
  expect(classesOf(file)).toContain('payment-differs');
});

test('a settled order leaves nothing in deposits', () => {
  const owed = { account: 'customer-deposits', currency: 'USD', balance: -1 } as const;
  const balances = [...(paidFile().ledger?.balances ?? []).filter((b) => b.account !== owed.account), owed];
  expect(judge(fileWith({ ledger: { balances } }), GRACE)).toMatchObject([
    { class: 'deposits-open', atStake: { minor: 1, currency: 'USD' } },
  ]);
});

test('money at the bank that nobody asked for is a finding of its own', () => {
  const line = { kind: 'capture', reference: ATTEMPT, amount: TOTAL } as const;
  expect(strayMoney([{ ...line, ageSeconds: 1 }], GRACE)).toEqual([]);
  expect(strayMoney([{ ...line, ageSeconds: 3_600 }], GRACE)).toMatchObject([
    { class: 'bank-took-for-nobody', subject: ATTEMPT, orderId: null, atStake: TOTAL },
  ]);
});

test('two charges that were kept for one order are found, here or at the bank', () => {
  const second = { attemptId: '0190a1b2-0000-7000-8000-000000000002' as AttemptId };
  const [first] = paidFile().payment?.attempts ?? [];
  const twice = {
    attempts: [first, { ...first, ...second }] as NonNullable<OrderFile['payment']>['attempts'],
  };
  expect(classesOf(fileWith({ payment: twice }))).toContain('captured-twice');
  const settlement = [
    ...paidFile().settlement,
    ...paidFile().settlement.map((l) => ({ ...l, reference: second.attemptId })),
  ];
  expect(classesOf(fileWith({ settlement }))).toContain('captured-twice');
});

test('what was sold beyond what was ever there is oversold', () => {
  const row = { sku: CUP, supplied: 9, adjusted: 1, confirmed: 11, returned: 1 } as StockRow;
  expect(checkSold(row)).toEqual([]);
  expect(checkSold({ ...row, returned: 0 })).toMatchObject([{ class: 'oversold', subject: 'CUP' }]);
});
