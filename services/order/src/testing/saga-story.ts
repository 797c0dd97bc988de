import type { OrderFacts, Rejection } from '@evenkeel/contracts';
import { type AttemptId, type CustomerId, type Money, money, type OrderId, type Sku } from '@evenkeel/kernel';
import type { Order, Progress } from '../order.js';
import type { Decision } from '../workflows/saga/decision.js';
import { refundIdOf } from '../workflows/saga/effects.js';
import type { SagaInput } from '../workflows/saga/inputs.js';
import { decide } from '../workflows/saga/saga.js';
import type { Timing } from '../workflows/saga/timing.js';

const START = Date.parse('2026-11-21T10:00:00.000Z');
const PAY_WITHIN_SECONDS = 900;
const LAST_CALL_SECONDS = 5;

/** The database's clock, so many seconds after the order was placed. */
export const at = (seconds: number): Timing => ({
  now: new Date(START + seconds * 1_000),
  payWithinSeconds: PAY_WITHIN_SECONDS,
  lastCallSeconds: LAST_CALL_SECONDS,
});

interface Wish {
  readonly shopper?: OrderFacts['shopperKind'];
  readonly points?: number;
  readonly coupon?: string;
  readonly total?: number;
  readonly pointsToEarn?: number;
}

/** An order as it was just placed: a guest's over 96 dollars, unless something else is wished for. */
export function placed({
  shopper = 'guest',
  points = 0,
  coupon,
  total = 9_600,
  pointsToEarn = 0,
}: Wish): Order {
  return {
    facts: {
      orderId: '42' as OrderId,
      customerId: 'mara' as CustomerId,
      shopperKind: shopper,
      email: 'mara@post.example',
      address: {
        name: 'Mara',
        line1: '14 Harbour Row',
        city: 'Portland',
        postalCode: '04101',
        country: 'US',
      },
      lines: [{ sku: 'CUP' as Sku, quantity: 2 } as OrderFacts['lines'][number]],
      price: {
        currency: 'USD',
        subtotal: total + points,
        discount: 0,
        shipping: 0,
        pointsSpent: points,
        pointsValue: points,
        total,
        pointsToEarn,
      },
      coupon: coupon ?? null,
      protocol: 'saga',
      placedAt: at(0).now.toISOString(),
    },
    progress: {
      state: 'placed',
      step: 'reserving-stock',
      version: 1,
      round: 1,
      payBy: null,
      openAttempt: null,
      captured: null,
      refund: null,
      refunded: null,
      rejection: null,
      pending: [{ operation: 'place-order', key: 'placing' }],
      deadlineAt: at(15).now.toISOString(),
      attempts: 0,
      fromCart: false,
    },
  };
}

export const guest = (): Order => placed({});
export const customer = (): Order =>
  placed({ shopper: 'customer', points: 300, coupon: 'STILLWATER', pointsToEarn: 96 });
export const free = (): Order => placed({ shopper: 'customer', points: 9_600, total: 0 });

export const TOTAL = money(9_600, 'USD');
const attempt = (name: string) => name as AttemptId;
const soldOut: Rejection = { reason: 'sold-out', shortages: [] };

/** What can happen to an order, in short. */
export const happens = {
  stockHeld: (round = 1): SagaInput => ({ type: 'stock-held', round }),
  benefitsHeld: (round = 1): SagaInput => ({ type: 'benefits-held', round }),
  refused: (round = 1): SagaInput => ({ type: 'hold-refused', round, rejection: soldOut }),
  holdGone: (round = 1): SagaInput => ({ type: 'hold-gone', round }),
  pay: (name = 'first'): SagaInput => ({
    type: 'pay',
    attemptId: attempt(name),
    token: 'tok_ok',
    key: { operation: 'pay-order', key: `paying ${name}` },
  }),
  captured: (name = 'first', amount: Money = TOTAL): SagaInput => ({
    type: 'captured',
    attemptId: attempt(name),
    amount,
  }),
  failed: (name = 'first', reason: 'declined' | 'voided' | 'amount-mismatch' = 'declined'): SagaInput => ({
    type: 'attempt-failed',
    attemptId: attempt(name),
    reason,
    bankReason: reason === 'declined' ? 'no funds' : null,
  }),
  moneyReturned: (name = 'first', amount: Money = TOTAL): SagaInput => ({
    type: 'money-returned',
    refundId: refundIdOf(attempt(name)),
    amount,
  }),
  pointsReversed: (shortfall = 0): SagaInput => ({
    type: 'points-reversed',
    shortfallPoints: shortfall,
    shortfall: money(shortfall, 'USD'),
  }),
  dispatched: { type: 'dispatched' } as SagaInput,
  delivered: { type: 'delivered' } as SagaInput,
  cancel: { type: 'cancel' } as SagaInput,
  requestRefund: { type: 'request-refund' } as SagaInput,
  deadline: { type: 'deadline' } as SagaInput,
};

/** What became of an order, and what its last input brought about. */
export interface Told {
  readonly order: Order;
  readonly progress: Progress;
  /** Events of the order and commands to others, by name, in the order in which they are sent. */
  readonly sent: readonly string[];
  /** The data of what was sent, by name. */
  readonly data: Readonly<Record<string, Record<string, unknown>>>;
  /** Keys that got their result, with its kind. */
  readonly settled: Readonly<Record<string, string>>;
  /** Goes on with the story, at the same time unless another is given. */
  when(input: SagaInput, seconds?: number): Told;
}

/** Tells the story of an order: all that has happened to it so far, one after another. */
export function given(order: Order, ...inputs: readonly SagaInput[]): Told {
  const story = inputs.reduce<Decision>((so, input) => decide(so.order, input, at(1)), {
    order,
    effects: [],
    settled: [],
  });
  return told(story, 1);
}

function told({ order, effects, settled }: Decision, now: number): Told {
  return {
    order,
    progress: order.progress,
    sent: effects.map(({ definition }) => definition.type),
    data: Object.fromEntries(
      effects.map(({ definition, data }) => [definition.type, data as Record<string, unknown>]),
    ),
    settled: Object.fromEntries(settled.map(({ key, result }) => [key.key, result.kind])),
    when: (input, seconds = now) => told(decide(order, input, at(seconds)), seconds),
  };
}

/** Orders on their way, each as far as its name says. */
export const reached = {
  awaitingPayment: (order = guest()): Told => given(order, ...untilHeld(order)),
  paying: (order = guest()): Told => given(order, ...untilHeld(order), happens.pay()),
  paid: (order = guest()): Told => given(order, ...untilHeld(order), happens.pay(), happens.captured()),
};

function untilHeld({ facts }: Order): SagaInput[] {
  const held = [happens.stockHeld()];
  return facts.coupon || facts.price.pointsSpent > 0 ? [...held, happens.benefitsHeld()] : held;
}
