import type { MessageOf, OrderMoment, OrderStateName, orderEvents } from '@evenkeel/contracts';
import type { OrderDocument } from './order-document.js';

export type OrderEvent = MessageOf<(typeof orderEvents)[number]>;
type EventType = OrderEvent['type'];

/** The state that an order is in after an event; the others leave it as it is. */
const STATES: Partial<Record<EventType, OrderStateName>> = {
  'order.order-placed': 'placed',
  'order.order-reserved': 'reserved',
  'order.order-awaiting-payment': 'awaiting-payment',
  'order.order-rejected': 'rejected',
  'order.order-paid': 'paid',
  'order.order-fulfilling': 'fulfilling',
  'order.order-completed': 'completed',
  'order.order-cancelled': 'cancelled',
  'order.order-expired': 'expired',
  'order.order-refunding': 'refunding',
  'order.order-refunded': 'refunded',
};

const MOMENTS: Partial<Record<EventType, OrderMoment['kind']>> = {
  'order.order-placed': 'placed',
  'order.order-awaiting-payment': 'awaiting-payment',
  'order.payment-started': 'payment-started',
  'order.payment-failed': 'payment-failed',
  'order.order-rejected': 'rejected',
  'order.order-paid': 'paid',
  'order.order-cancelled': 'cancelled',
  'order.order-expired': 'expired',
  'order.order-refunding': 'refunding',
  'order.order-refunded': 'refunded',
};

/** What an event says once and for all, whatever was said before or is said later. */
function lasting(event: OrderEvent, document: OrderDocument): Partial<OrderDocument> {
  switch (event.type) {
    case 'order.order-placed':
      return { facts: event.data, customerId: document.customerId ?? event.data.customerId };
    case 'order.order-awaiting-payment':
      return { payBy: event.data.payBy };
    case 'order.order-rejected':
      return { rejection: event.data.rejection };
    case 'order.order-paid': {
      const { captured, lines, price, paidAt } = event.data;
      const units = lines.reduce((sum, line) => sum + line.quantity, 0);
      const { currency, total: gross } = price;
      const refunded = document.refunded?.minor ?? 0;
      return { captured, sales: { day: paidAt.slice(0, 10), currency, gross, units, refunded } };
    }
    case 'order.order-refunding':
      return { captured: event.data.captured, refundReason: event.data.reason };
    case 'order.order-refunded': {
      const { refunded, shortfallPoints } = event.data;
      const sales = document.sales && { ...document.sales, refunded: refunded.minor };
      return { refunded, shortfallPoints, sales };
    }
    default:
      return {};
  }
}

/** What an event says of the payment; the newest counts. */
function paymentOf(event: OrderEvent): Omit<NonNullable<OrderDocument['payment']>, 'version'> | null {
  switch (event.type) {
    case 'order.payment-started':
      return { attemptId: event.data.attemptId, state: 'started', bankReason: null };
    case 'order.payment-failed': {
      const { attemptId, reason, bankReason } = event.data;
      return { attemptId, state: reason, bankReason };
    }
    case 'order.order-paid':
      return { attemptId: event.data.attemptId, state: 'captured', bankReason: null };
    case 'order.order-refunded':
      return { attemptId: null, state: 'refunded', bankReason: null };
    default:
      return null;
  }
}

/** Applies an event of the order itself; in any order and any number of times the result is the same. */
export function followOrder(document: OrderDocument, event: OrderEvent): OrderDocument {
  const { type, aggregateVersion: version, occurredAt: at } = event;
  const kind = MOMENTS[type];
  const state = STATES[type];
  const payment = paymentOf(event);
  return {
    ...document,
    ...lasting(event, document),
    version: Math.max(document.version, version),
    ...(kind && {
      moments: { ...document.moments, [`${type.slice('order.'.length)}:${version}`]: { kind, at } },
    }),
    ...(state && version > document.stateVersion && { state, stateVersion: version }),
    ...(payment && version > (document.payment?.version ?? 0) && { payment: { ...payment, version } }),
  };
}
