import type { AttemptId, OrderId, Sku } from '@evenkeel/kernel';
import type { OrderFile } from '../difference.js';

export const ORDER = '7214563982110720' as OrderId;
export const ATTEMPT = '0190a1b2-0000-7000-8000-000000000001' as AttemptId;
export const TOTAL = { minor: 5_000, currency: 'USD' } as const;
const CUSTOMER = '0190a1b2-0000-7000-8000-0000000000aa' as NonNullable<OrderFile['points']>['customerId'];
const CUP = 'CUP' as Sku;
const HOUR = 3_600;

export type Given = { readonly [Side in keyof OrderFile]?: Partial<OrderFile[Side]> | null };

/** The file of an order that was paid an hour ago and of which everybody says the same. */
export const paidFile = (): OrderFile => ({
  orderId: ORDER,
  order: {
    orderId: ORDER,
    customerId: CUSTOMER,
    state: 'paid',
    version: 4,
    total: TOTAL,
    lines: [{ sku: CUP, quantity: 2, unitPrice: 2_500 }],
    price: {
      currency: 'USD',
      subtotal: 5_000,
      discount: 0,
      shipping: 0,
      pointsSpent: 0,
      pointsValue: 0,
      total: 5_000,
      pointsToEarn: 50,
    },
    pointsToEarn: 50,
    captured: TOTAL,
    refunded: null,
    soldOn: '2026-03-01',
    changes: [
      { version: 2, type: 'order.order-awaiting-payment' },
      { version: 3, type: 'order.payment-started' },
      { version: 4, type: 'order.order-paid' },
    ],
    restSeconds: HOUR,
  },
  stock: { orderId: ORDER, rows: [{ round: 1, sku: CUP, quantity: 2, status: 'CONFIRMED', returned: 0 }] },
  payment: {
    orderId: ORDER,
    attempts: [{ attemptId: ATTEMPT, state: 'captured', amount: TOTAL, taken: TOTAL, ageSeconds: HOUR }],
    refunds: [],
  },
  ledger: {
    orderId: ORDER,
    kinds: ['capture', 'sale', 'points-earned'],
    balances: [
      { account: 'bank-clearing', currency: 'USD', balance: 4_965 },
      { account: 'bank-fees', currency: 'USD', balance: 35 },
      { account: 'customer-deposits', currency: 'USD', balance: 0 },
      { account: 'sales', currency: 'USD', balance: -5_000 },
    ],
  },
  points: {
    orderId: ORDER,
    customerId: CUSTOMER,
    earned: 50,
    takenBack: 0,
    entered: 50,
    held: 0,
    coupon: null,
  },
  view: {
    orderId: ORDER,
    customerId: CUSTOMER,
    state: 'paid',
    version: 4,
    total: TOTAL,
    captured: TOTAL,
    refunded: null,
    pointsEarned: 50,
    sold: { day: '2026-03-01', currency: 'USD', units: 2, gross: 5_000, refunded: 0 },
  },
  settlement: [{ kind: 'capture', reference: ATTEMPT, amount: TOTAL, ageSeconds: HOUR }],
});

/** The same with parts of some sides changed; a side that is null does not know the order. */
export function fileWith(given: Given): OrderFile {
  const file = paidFile();
  const change = <Side extends 'order' | 'stock' | 'payment' | 'ledger' | 'points' | 'view'>(side: Side) => {
    const changed = given[side];
    if (changed === null) return null;
    return { ...file[side], ...changed } as OrderFile[Side];
  };
  return {
    orderId: ORDER,
    order: change('order'),
    stock: change('stock'),
    payment: change('payment'),
    ledger: change('ledger'),
    points: change('points'),
    view: change('view'),
    settlement: (given.settlement as OrderFile['settlement'] | undefined) ?? file.settlement,
  };
}
