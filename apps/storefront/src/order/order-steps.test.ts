import { describe, expect, it } from 'vitest';
import type { OrderData } from './order.query.js';
import { orderSteps } from './order-steps.js';

type Order = Parameters<typeof orderSteps>[0];
type Kind = OrderData['timeline'][number]['kind'];

function order(facts: Omit<Order, 'timeline'>, ...kinds: Kind[]): Order {
  const timeline = kinds.map((kind, second) => ({ kind, at: new Date(second * 1000).toISOString() }));
  return { ...facts, timeline };
}
const told = (of: Order) => orderSteps(of).map((step) => `${step.mark} ${step.name}`);
const bank = (state: NonNullable<Order['payment']>['state']) => ({ state, bankReason: null });
const parcel = (state: NonNullable<Order['shipment']>['state']) => ({
  state,
  carrier: null,
  trackingNumber: null,
});

describe('the timeline of an order', () => {
  it('starts with what is being done before anything is decided', () => {
    expect(told(order({ state: 'PLACED', payment: null, shipment: null }, 'PLACED'))).toEqual([
      'done written',
      'now setting-aside',
      'next to-pay',
      'next packing',
      'next on-its-way',
      'next delivered',
    ]);
  });

  it('shows an open question to the bank as not settled, since when it is open', () => {
    const asked = order(
      { state: 'AWAITING_PAYMENT', payment: bank('IN_DOUBT'), shipment: null },
      'PLACED',
      'AWAITING_PAYMENT',
      'PAYMENT_STARTED',
      'PAYMENT_IN_DOUBT',
    );
    expect(told(asked).slice(0, 3)).toEqual(['done written', 'done aside', 'unsettled asking']);
    expect(orderSteps(asked)[2]?.at).toBe(new Date(2000).toISOString());
  });

  it('tells a delay of the bank in the past tense once it is over, with its span', () => {
    const paid = order(
      { state: 'PAID', payment: bank('CAPTURED'), shipment: parcel('CREATED') },
      'PLACED',
      'AWAITING_PAYMENT',
      'PAYMENT_STARTED',
      'PAYMENT_IN_DOUBT',
      'PAID',
      'PACKED',
    );
    expect(told(paid)).toEqual([
      'done written',
      'done aside',
      'done bank-late',
      'done paid',
      'now packed',
      'next on-its-way',
      'next delivered',
    ]);
    expect(orderSteps(paid)[2]).toMatchObject({
      at: new Date(3000).toISOString(),
      until: new Date(4000).toISOString(),
    });
  });

  it('keeps a refused card in the story and asks to pay again', () => {
    const declined = order(
      { state: 'AWAITING_PAYMENT', payment: bank('DECLINED'), shipment: null },
      'PLACED',
      'AWAITING_PAYMENT',
      'PAYMENT_STARTED',
      'PAYMENT_FAILED',
    );
    expect(told(declined).slice(2, 4)).toEqual(['stopped bank-no', 'now to-pay']);
  });

  it('ends where the order ended', () => {
    const expired = order(
      { state: 'EXPIRED', payment: null, shipment: null },
      'PLACED',
      'AWAITING_PAYMENT',
      'EXPIRED',
    );
    expect(told(expired)).toEqual(['done written', 'done aside', 'stopped expired']);
  });

  it('shows money that is on its way back as not settled until it is back', () => {
    const refunding = order(
      { state: 'REFUNDING', payment: bank('CAPTURED'), shipment: null },
      'PLACED',
      'PAID',
      'REFUNDING',
    );
    expect(told(refunding).at(-1)).toBe('unsettled refunding');
    const refunded = order(
      { state: 'REFUNDED', payment: bank('REFUNDED'), shipment: null },
      'PLACED',
      'PAID',
      'REFUNDING',
      'REFUNDED',
    );
    expect(told(refunded).slice(-2)).toEqual(['done refunding', 'done refunded']);
  });

  it('tells moments in the order in which they happened, however they arrive', () => {
    const mixed: Order = {
      state: 'COMPLETED',
      payment: bank('CAPTURED'),
      shipment: parcel('DELIVERED'),
      timeline: [
        { kind: 'DELIVERED', at: new Date(9000).toISOString() },
        { kind: 'PLACED', at: new Date(0).toISOString() },
        { kind: 'POINTS_EARNED', at: new Date(5000).toISOString() },
      ],
    };
    expect(told(mixed)).toEqual(['done written', 'done points', 'done delivered']);
  });
});
