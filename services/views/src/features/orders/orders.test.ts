import { orderCancelled, paymentFailed, shipmentCancelled } from '@evenkeel/contracts';
import { type AttemptId, derivedId, type Envelope } from '@evenkeel/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, lifeOf, MARA, ORDER, said } from '../../testing/order-life.js';
import { emptyOrder, isWorthTelling, type OrderDocument, toOrderView } from './order-document.js';
import { applyToOrder } from './orders.projection.js';

const { whole: wholeLife, paidLate } = lifeOf(ORDER);
const fold = (events: readonly Envelope[]): OrderDocument =>
  events.reduce((document, event) => applyToOrder(document, event as never), emptyOrder(ORDER));
const upTo = (count: number) => toOrderView(fold(wholeLife.slice(0, count)));
const about = { orderId: ORDER, customerId: MARA };

describe.each([
  ['from the placing to the refund', wholeLife],
  ['that was paid late', paidLate],
])('an order %s', (_, life) => {
  test('looks the same in whatever order and however often its news came', () => {
    const whole = fold(life);
    const shuffled = fc
      .tuple(
        fc.shuffledSubarray([...life], { minLength: life.length }),
        fc.array(fc.constantFrom(...life), { maxLength: 10 }),
      )
      .map(([events, again]) => [...events, ...again]);
    fc.assert(
      fc.property(shuffled, (events) => {
        expect(fold(events)).toEqual(whole);
        expect(toOrderView(fold(events))).toEqual(toOrderView(whole));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a page shows', () => {
  test('is nothing before the placing was heard of', () => {
    expect(toOrderView(fold(wholeLife.slice(1, 8)))).toBeNull();
  });

  test('is until when it can be paid, only while it can be', () => {
    expect(upTo(2)).toMatchObject({ state: 'awaiting-payment', payBy: at(900), payment: null });
    expect(upTo(8)).toMatchObject({ state: 'paid', payBy: null });
  });

  test('is the doubt about the open attempt, and not that about an earlier one', () => {
    expect(upTo(4)).toMatchObject({ payment: { state: 'in-doubt' } });
    expect(upTo(5)).toMatchObject({ payment: { state: 'declined', bankReason: 'no funds' } });
    expect(upTo(6)).toMatchObject({ payment: { state: 'started' } });
    expect(upTo(7)).toMatchObject({ payment: { state: 'in-doubt' } });
  });

  test('is settled when every part has come, whichever is last', () => {
    expect([8, 9, 10, 11, 12].map((count) => upTo(count)?.settled)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test('is the parcel, the money and the points at the end', () => {
    expect(toOrderView(fold(wholeLife))).toMatchObject({
      state: 'refunded',
      version: 10,
      payment: { state: 'refunded' },
      captured: { minor: 3_000 },
      refunded: { minor: 2_988 },
      shortfallPoints: 12,
      pointsEarned: 12,
      shipment: { state: 'returned', carrier: 'Post', trackingNumber: 'EP42' },
    });
  });

  test('is the timeline by time, each moment once', () => {
    const kinds = toOrderView(fold([...wholeLife, ...wholeLife]))?.timeline.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'placed',
      'awaiting-payment',
      'payment-started',
      'payment-in-doubt',
      'payment-failed',
      'payment-started',
      'payment-in-doubt',
      'paid',
      'packed',
      'dispatched',
      'delivered',
      'refunding',
      'refunded',
    ]);
  });

  test('is no parcel where none was ever made', () => {
    const never = said(shipmentCancelled, { ...about, at: at(5) });
    expect(toOrderView(fold([...wholeLife.slice(0, 8), never]))?.shipment).toBeNull();
  });

  test('is that a cancelled order’s attempt was closed, when the bank has said so', () => {
    const attemptId = derivedId<AttemptId>('first', ORDER);
    const cancelled = said(orderCancelled, { ...about, paymentInDoubt: true }, { version: 4, seconds: 5 });
    const closed = said(
      paymentFailed,
      { ...about, attemptId, reason: 'voided', bankReason: null },
      { version: 5, seconds: 6 },
    );
    for (const events of [
      [cancelled, closed],
      [closed, cancelled],
    ]) {
      expect(toOrderView(fold([...wholeLife.slice(0, 4), ...events]))).toMatchObject({
        state: 'cancelled',
        version: 5,
        payment: { state: 'voided' },
      });
    }
  });
});

test('is told of when a page would show something else, and again when its last word is said twice', () => {
  // Paid, then stock, ledger, points and shipment: see the life of the order.
  const steps = [fold(wholeLife.slice(0, 8))];
  for (const event of wholeLife.slice(8, 12)) {
    steps.push(applyToOrder(steps.at(-1) ?? emptyOrder(ORDER), event as never));
  }
  const [paid, , , , settled] = steps;
  const told = steps.slice(1).map((after, i) => isWorthTelling(steps[i] ?? emptyOrder(ORDER), after));
  const seen = steps.slice(1).map((after, i) => {
    const before = steps[i] ?? emptyOrder(ORDER);
    return JSON.stringify(toOrderView(before)) !== JSON.stringify(toOrderView(after));
  });
  expect(seen).toContain(false);
  expect(told).toEqual(seen);
  expect(paid && settled && [isWorthTelling(paid, paid), isWorthTelling(settled, settled)]).toEqual([
    false,
    true,
  ]);
});

describe('the contribution to the sales of a day', () => {
  test('is one for each paid order: what was sold, and what went back', () => {
    expect(fold(wholeLife.slice(0, 7)).sales).toBeNull();
    const sales = { day: '2026-11-21', currency: 'USD', gross: 3_000, units: 3 };
    expect(fold(wholeLife.slice(0, 8)).sales).toEqual({ ...sales, refunded: 0 });
    expect(fold(wholeLife).sales).toEqual({ ...sales, refunded: 2_988 });
  });

  test('belongs to the day in which it was paid, not placed', () => {
    const paid = paidLate.at(-1);
    if (!paid) throw new Error('Nobody paid');
    const nextDay = { ...paid, data: { ...(paid.data as object), paidAt: '2026-11-22T00:00:00.000Z' } };
    expect(fold([...paidLate.slice(0, -1), nextDay]).sales?.day).toBe('2026-11-22');
  });
});
