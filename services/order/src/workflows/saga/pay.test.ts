import { money } from '@evenkeel/kernel';
import { describe, expect, test } from 'vitest';
import { customer, free, given, happens, reached, TOTAL } from '../../testing/saga-story.js';

const PAY_BY = 901;

describe('paying', () => {
  test('exactly the total is the pivot', () => {
    const paid = reached.paid();
    expect(paid.progress).toMatchObject({ state: 'paid', openAttempt: null, payBy: null, deadlineAt: null });
    expect(paid.sent).toEqual(['order.order-paid']);
    expect(paid.settled).toEqual({ 'paying first': 'started' });
  });

  test('a second attempt is not opened while the first is open', () => {
    const second = reached.paying().when(happens.pay('second'));
    expect(second.sent).toEqual([]);
    expect(second.progress.openAttempt).toBe('first');
  });

  test('a declined card leaves the order payable with another', () => {
    const declined = reached.paying().when(happens.failed());
    expect(declined.progress).toMatchObject({ state: 'awaiting-payment', openAttempt: null });
    expect(declined.data['order.payment-failed']).toMatchObject({
      reason: 'declined',
      bankReason: 'no funds',
    });
    expect(declined.settled).toEqual({ 'paying first': 'declined' });
    expect(declined.when(happens.pay('second')).when(happens.captured('second')).progress.state).toBe('paid');
  });

  test('another amount than the total never pays the order, and leaves it payable', () => {
    const mismatched = reached.paying().when(happens.failed('first', 'amount-mismatch'));
    expect(mismatched.progress).toMatchObject({ state: 'awaiting-payment', captured: null });
    const taken = reached.paying().when(happens.captured('first', money(9_500, 'USD')));
    expect(taken.progress.captured).toBeNull();
    expect(taken.sent).toEqual(['payment.refund-payment']);
  });

  test('it is refused in the last seconds before pay-by', () => {
    const order = reached.awaitingPayment();
    expect(order.when(happens.pay(), PAY_BY - 5).sent).toEqual([]);
    expect(order.when(happens.pay(), PAY_BY - 6).sent).toContain('payment.open-payment');
  });

  test('a second capture of one order goes back and the first stays', () => {
    const twice = reached.paid().when(happens.captured('second'));
    expect(twice.progress).toMatchObject({ state: 'paid', captured: { attemptId: 'first' } });
    expect(twice.data['payment.refund-payment']).toMatchObject({ attemptId: 'second', amount: TOTAL });
    expect(twice.when(happens.captured()).sent).toEqual([]);
  });

  test('the failure of an attempt that is not the open one is old news', () => {
    expect(reached.paying().when(happens.failed('another')).sent).toEqual([]);
    expect(reached.paid().when(happens.failed()).progress.state).toBe('paid');
  });
});

describe('paid, but the hold is gone', () => {
  test('the next round is tried, for the stock alone, and confirmed', () => {
    const gone = reached.paid(customer()).when(happens.holdGone());
    expect(gone.progress).toMatchObject({ state: 'paid', step: 'reserving-again', round: 2 });
    expect(gone.sent).toEqual(['inventory.reserve-stock']);
    const held = gone.when(happens.stockHeld(2));
    expect(held.progress).toMatchObject({ state: 'paid', step: 'settling' });
    expect(held.data['inventory.confirm-stock']).toMatchObject({ round: 2 });
  });

  test('without stock the money goes back', () => {
    const refunding = reached.paid().when(happens.holdGone()).when(happens.refused(2));
    expect(refunding.progress).toMatchObject({
      state: 'refunding',
      refund: { reason: 'stock-gone', wasPaid: true },
    });
  });

  test('a hold that is gone again and again is not tried for ever', () => {
    const third = reached
      .paid()
      .when(happens.holdGone())
      .when(happens.stockHeld(2))
      .when(happens.holdGone(2))
      .when(happens.stockHeld(3));
    expect(third.progress).toMatchObject({ state: 'paid', round: 3 });
    expect(third.when(happens.holdGone(3)).progress.state).toBe('refunding');
  });

  test('old news of a hold that is gone changes nothing', () => {
    const second = reached.paid().when(happens.holdGone()).when(happens.stockHeld(2));
    expect(second.when(happens.holdGone(1)).order).toBe(second.order);
  });
});

describe('after the payment', () => {
  test('the parcel leaves and arrives', () => {
    const sent = reached.paid().when(happens.dispatched);
    expect(sent.progress.state).toBe('fulfilling');
    const there = sent.when(happens.delivered);
    expect(there.progress).toMatchObject({ state: 'completed', step: 'ended' });
    expect(there.when(happens.dispatched).order).toBe(there.order);
  });

  test('a delivery that overtook its dispatch says both', () => {
    const there = reached.paid().when(happens.delivered);
    expect(there.sent).toEqual(['order.order-fulfilling', 'order.order-completed']);
    expect(there.progress.version).toBe(reached.paid().progress.version + 2);
  });

  test.each([
    ['paid', reached.paid()],
    ['with the carrier', reached.paid().when(happens.dispatched)],
    ['delivered', reached.paid().when(happens.delivered)],
  ])('a refund is taken when the order is %s', (_, order) => {
    const refunding = order.when(happens.requestRefund);
    expect(refunding.progress).toMatchObject({ state: 'refunding', refund: { reason: 'requested' } });
    expect(refunding.sent).toEqual(['order.order-refunding', 'payment.refund-payment']);
    expect(refunding.when(happens.moneyReturned()).progress).toMatchObject({
      state: 'refunded',
      refunded: TOTAL,
    });
  });

  test('a customer’s refund waits for the points, and what was spent of them is taken off', () => {
    const refunding = reached.paid(customer()).when(happens.requestRefund);
    expect(refunding.sent).toEqual(['order.order-refunding']);
    const asked = refunding.when(happens.pointsReversed(40));
    expect(asked.data['payment.refund-payment']).toMatchObject({ amount: money(9_560, 'USD') });
    const done = asked.when(happens.moneyReturned('first', money(9_560, 'USD')));
    expect(done.data['order.order-refunded']).toMatchObject({
      refunded: money(9_560, 'USD'),
      shortfallPoints: 40,
      shortfall: money(40, 'USD'),
    });
  });

  test('points that are said to be reversed twice are taken off once', () => {
    const asked = reached.paid(customer()).when(happens.requestRefund).when(happens.pointsReversed(40));
    expect(asked.when(happens.pointsReversed(40)).sent).toEqual([]);
  });

  test('an order that cost nothing is refunded without the bank, also when it must be said again', () => {
    const refunding = given(free(), happens.stockHeld(), happens.benefitsHeld(), happens.requestRefund);
    expect(refunding.when(happens.deadline, 60).sent).toEqual(['order.order-refunding']);
    const done = refunding.when(happens.pointsReversed());
    expect(done.progress).toMatchObject({ state: 'refunded', refunded: money(0, 'USD') });
    expect(done.sent).toEqual(['order.order-refunded']);
  });

  test('a refund that the bank has not done is asked for again', () => {
    const refunding = reached.paid().when(happens.requestRefund).when(happens.deadline, 60);
    expect(refunding.sent).toEqual(['payment.refund-payment']);
  });

  test('a refund of another attempt does not close the order’s own', () => {
    const refunding = reached.paid().when(happens.requestRefund);
    expect(refunding.when(happens.moneyReturned('second')).order).toBe(refunding.order);
  });
});
