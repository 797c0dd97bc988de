import type { OrderData } from './order.query.js';

/**
 * Where an order is, in the words of the person who placed it. "asking" covers everything that is not known
 * yet about a payment: nobody should pay again while it lasts.
 */
export type OrderPhase =
  | 'setting-aside'
  | 'to-pay'
  | 'asking'
  | 'declined'
  | 'packing'
  | 'packed'
  | 'on-its-way'
  | 'delivered'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'refunding'
  | 'refunded';

type Facts = Pick<OrderData, 'state' | 'payment' | 'shipment'>;

export function phaseOf({ state, payment, shipment }: Facts): OrderPhase {
  switch (state) {
    case 'PLACED':
    case 'RESERVED':
      return 'setting-aside';
    case 'AWAITING_PAYMENT':
      return paymentPhase(payment);
    case 'PAID':
      return shipment?.state === 'CREATED' ? 'packed' : 'packing';
    case 'FULFILLING':
      return 'on-its-way';
    case 'COMPLETED':
      return 'delivered';
    case 'REJECTED':
      return 'rejected';
    case 'CANCELLED':
      return 'cancelled';
    case 'EXPIRED':
      return 'expired';
    case 'REFUNDING':
      return 'refunding';
    case 'REFUNDED':
      return 'refunded';
  }
}

function paymentPhase(payment: Facts['payment']): OrderPhase {
  switch (payment?.state) {
    case 'STARTED':
    case 'IN_DOUBT':
    case 'CAPTURED':
      return 'asking';
    case 'DECLINED':
    case 'VOIDED':
    case 'AMOUNT_MISMATCH':
    case 'REFUNDED':
      return 'declined';
    case undefined:
      return 'to-pay';
  }
}

/** Nothing more happens to it soon: it need not be looked after every few seconds. */
export function isSettled(facts: Facts): boolean {
  const phase = phaseOf(facts);
  return (
    phase === 'delivered' ||
    phase === 'rejected' ||
    phase === 'cancelled' ||
    phase === 'expired' ||
    phase === 'refunded'
  );
}

/** The payment is behind it. */
export function isPaid(facts: Facts): boolean {
  const phase = phaseOf(facts);
  return phase === 'packing' || phase === 'packed' || phase === 'on-its-way' || phase === 'delivered';
}
