import { describe, expect, test } from 'vitest';
import { customer, free, given, guest, happens, reached, TOTAL } from '../../testing/saga-story.js';

const PAY_BY = 901;

describe('before the payment', () => {
  test('held stock of an order without benefits makes it payable', () => {
    const held = given(guest(), happens.stockHeld());
    expect(held.progress).toMatchObject({ state: 'awaiting-payment', version: 2, round: 1 });
    expect(held.sent).toEqual(['order.order-awaiting-payment']);
    expect(held.settled).toEqual({ placing: 'placed' });
  });

  test('points and coupon are held after the stock, and then it is payable', () => {
    const held = given(customer(), happens.stockHeld());
    expect(held.progress).toMatchObject({ state: 'reserved', version: 2 });
    expect(held.sent).toEqual(['order.order-reserved', 'loyalty.hold-benefits']);
    expect(held.settled).toEqual({});
    const payable = held.when(happens.benefitsHeld());
    expect(payable.progress).toMatchObject({ state: 'awaiting-payment', version: 3 });
  });

  test('no stock rejects it, and there is nothing to give back', () => {
    const rejected = given(guest(), happens.refused());
    expect(rejected.progress).toMatchObject({ state: 'rejected', step: 'ended', deadlineAt: null });
    expect(rejected.sent).toEqual(['order.order-rejected']);
    expect(rejected.settled).toEqual({ placing: 'rejected' });
  });

  test('no points reject it, and the stock goes back', () => {
    const rejected = given(customer(), happens.stockHeld(), happens.refused());
    expect(rejected.progress.state).toBe('rejected');
    expect(rejected.sent).toEqual([
      'order.order-rejected',
      'inventory.release-stock',
      'loyalty.release-benefits',
    ]);
  });

  test('an order that costs nothing is paid at once, without the bank', () => {
    const paid = given(free(), happens.stockHeld(), happens.benefitsHeld());
    expect(paid.progress).toMatchObject({ state: 'paid', version: 4, captured: { attemptId: null } });
    expect(paid.sent).toEqual(['order.order-awaiting-payment', 'order.order-paid']);
    expect(paid.settled).toEqual({ placing: 'placed' });
    expect(paid.when(happens.pay()).sent).toEqual([]);
  });

  test('an answer that nobody gave is asked for again, later and later, and at last the order expires', () => {
    const asked = given(guest()).when(happens.deadline, 15);
    expect(asked.sent).toEqual(['inventory.reserve-stock']);
    expect(asked.progress).toMatchObject({ attempts: 1, version: 1 });
    expect(asked.when(happens.deadline, 16).sent).toEqual([]);
    const expired = asked.when(happens.deadline, PAY_BY);
    expect(expired.progress.state).toBe('expired');
    expect(expired.sent).toEqual(['order.order-expired', 'inventory.release-stock']);
    expect(expired.settled).toEqual({ placing: 'placed' });
  });
});

describe('cancelled or expired', () => {
  test('a cancel gives everything back, whatever of it was held', () => {
    for (const order of [
      given(customer()),
      given(customer(), happens.stockHeld()),
      reached.awaitingPayment(customer()),
    ]) {
      const cancelled = order.when(happens.cancel);
      expect(cancelled.progress).toMatchObject({ state: 'cancelled', step: 'ended', deadlineAt: null });
      expect(cancelled.sent.slice(1)).toEqual(['inventory.release-stock', 'loyalty.release-benefits']);
    }
  });

  test('a stock that is held after the cancel changes nothing, since its release was asked for', () => {
    const late = given(guest(), happens.cancel).when(happens.stockHeld());
    expect(late.sent).toEqual([]);
    expect(late.progress.state).toBe('cancelled');
  });

  test('nobody pays: it expires at pay-by, not before', () => {
    const order = reached.awaitingPayment();
    expect(order.when(happens.deadline, PAY_BY - 1).progress.state).toBe('awaiting-payment');
    expect(order.when(happens.deadline, PAY_BY).progress.state).toBe('expired');
  });

  test('an open attempt is closed at the bank, again and again until the bank has said what became of it', () => {
    const cancelled = reached.paying().when(happens.cancel);
    expect(cancelled.progress).toMatchObject({ state: 'cancelled', step: 'closing-payment' });
    expect(cancelled.data['order.order-cancelled']).toMatchObject({ paymentInDoubt: true });
    expect(cancelled.sent).toContain('payment.void-payment');
    expect(cancelled.settled).toEqual({});
    const again = cancelled.when(happens.deadline, 16);
    expect(again.sent).toEqual(['payment.void-payment']);
    const closed = again.when(happens.failed('first', 'voided'));
    expect(closed.progress).toMatchObject({ state: 'cancelled', step: 'ended', deadlineAt: null });
    expect(closed.settled).toEqual({ 'paying first': 'not-payable' });
    expect(closed.data['order.payment-failed']).toMatchObject({ reason: 'voided' });
  });

  test('money that comes after the cancel goes back', () => {
    const late = reached.paying(customer()).when(happens.cancel).when(happens.captured());
    expect(late.progress).toMatchObject({
      state: 'refunding',
      refund: { reason: 'late-capture', wasPaid: false },
    });
    expect(late.sent).toEqual(['order.order-refunding', 'payment.refund-payment']);
    expect(late.settled).toEqual({ 'paying first': 'started' });
    const done = late.when(happens.moneyReturned());
    expect(done.progress).toMatchObject({ state: 'refunded', refunded: TOTAL, deadlineAt: null });
  });

  test('money for a rejected order goes back too', () => {
    const late = given(guest(), happens.refused(), happens.captured());
    expect(late.progress.state).toBe('refunding');
    expect(late.data['payment.refund-payment']).toMatchObject({ amount: TOTAL });
  });
});

describe('money that comes after the order expired', () => {
  const expired = (order = guest()) => reached.paying(order).when(happens.deadline, PAY_BY);

  test('holds everything again, in a new round, and the order is paid', () => {
    const held = expired(customer()).when(happens.captured());
    expect(held.progress).toMatchObject({ state: 'expired', step: 'reserving-again', round: 2 });
    expect(held.data['inventory.reserve-stock']).toMatchObject({ round: 2 });
    const stocked = held.when(happens.stockHeld(2));
    expect(stocked.data['loyalty.hold-benefits']).toMatchObject({
      round: 2,
      points: 300,
      coupon: 'STILLWATER',
    });
    const paid = stocked.when(happens.benefitsHeld(2));
    expect(paid.progress).toMatchObject({ state: 'paid', round: 2 });
    expect(paid.data['order.order-paid']).toMatchObject({ round: 2, captured: TOTAL });
  });

  test('goes back when the stock is gone, and nothing of the new round stays held', () => {
    const refunding = expired().when(happens.captured()).when(happens.refused(2));
    expect(refunding.progress).toMatchObject({ state: 'refunding', refund: { reason: 'late-capture' } });
    expect(refunding.sent).toEqual([
      'order.order-refunding',
      'inventory.release-stock',
      'payment.refund-payment',
    ]);
  });

  test('goes back when points or coupon are gone', () => {
    const refunding = expired(customer())
      .when(happens.captured())
      .when(happens.stockHeld(2))
      .when(happens.refused(2));
    expect(refunding.progress.state).toBe('refunding');
    expect(refunding.sent).toContain('inventory.release-stock');
    expect(refunding.sent).toContain('loyalty.release-benefits');
  });

  test('is not moved by an answer about the first round', () => {
    const again = expired().when(happens.captured());
    for (const old of [happens.stockHeld(1), happens.refused(1), happens.benefitsHeld(1)]) {
      expect(again.when(old).order).toBe(again.order);
    }
  });

  test('is asked for again while nobody answers', () => {
    const again = expired()
      .when(happens.captured())
      .when(happens.deadline, PAY_BY + 20);
    expect(again.data['inventory.reserve-stock']).toMatchObject({ round: 2 });
  });
});
