import type { MessageOf, OrderMoment, OrderStateName, orderEvents } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import type { OrderDocument } from './order-document.js';

export type OrderEvent = MessageOf<(typeof orderEvents)[number]>;

interface Change extends Partial<Omit<OrderDocument, '_id' | 'revision' | 'version' | 'moments'>> {
  readonly state: OrderStateName;
}

/** What each event of the order says of its read model, when it is the newest. */
function changeOf(event: OrderEvent, document: OrderDocument): Change {
  switch (event.type) {
    case 'order.order-placed':
      return { state: 'placed' };
    case 'order.order-reserved':
      return { state: 'reserved' };
    case 'order.order-awaiting-payment':
      return { state: 'awaiting-payment', payBy: event.data.payBy };
    case 'order.order-rejected':
      return { state: 'rejected', rejection: event.data.rejection };
    case 'order.payment-started':
      return {
        state: 'awaiting-payment',
        attemptId: event.data.attemptId,
        payment: { state: 'started', bankReason: null },
      };
    case 'order.payment-failed': {
      const { reason, bankReason } = event.data;
      return { state: 'awaiting-payment', payment: { state: reason, bankReason } };
    }
    case 'order.order-paid':
      return { state: 'paid', payBy: null, payment: { state: 'captured', bankReason: null } };
    case 'order.order-fulfilling':
      return { state: 'fulfilling' };
    case 'order.order-completed':
      return { state: 'completed' };
    case 'order.order-cancelled':
      return { state: 'cancelled', payBy: null };
    case 'order.order-expired':
      return { state: 'expired', payBy: null };
    case 'order.order-refunding':
      return { state: 'refunding', payBy: null, refundReason: event.data.reason };
    case 'order.order-refunded':
      return {
        state: 'refunded',
        shortfallPoints: event.data.shortfallPoints,
        payment: document.payment && { state: 'refunded', bankReason: null },
      };
    default:
      return assertNever(event);
  }
}

/** What stays true of an event even when newer ones came first. */
function lasting(event: OrderEvent, document: OrderDocument): Partial<OrderDocument> {
  switch (event.type) {
    case 'order.order-placed':
      return { facts: event.data, customerId: document.customerId ?? event.data.customerId };
    case 'order.order-paid': {
      const { captured, lines, price, paidAt } = event.data;
      const units = lines.reduce((sum, line) => sum + line.quantity, 0);
      const refunded = document.sales?.refunded ?? document.refunded?.minor ?? 0;
      const sales = {
        day: paidAt.slice(0, 10),
        currency: price.currency,
        gross: price.total,
        units,
        refunded,
      };
      return { captured, sales };
    }
    case 'order.order-refunding':
      return { captured: document.captured ?? event.data.captured };
    case 'order.order-refunded': {
      const { refunded } = event.data;
      return { refunded, sales: document.sales && { ...document.sales, refunded: refunded.minor } };
    }
    default:
      return {};
  }
}

const MOMENTS: Partial<Record<OrderEvent['type'], OrderMoment['kind']>> = {
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

/** Applies an event of the order itself; in any order and any number of times the result is the same. */
export function followOrder(document: OrderDocument, event: OrderEvent): OrderDocument {
  const kept = { ...document, ...lasting(event, document) };
  const kind = MOMENTS[event.type];
  const key = `${event.type.slice('order.'.length)}:${event.aggregateVersion}`;
  const moments = kind ? { ...kept.moments, [key]: { kind, at: event.occurredAt } } : kept.moments;
  if (event.aggregateVersion <= document.version) return { ...kept, moments };
  return { ...kept, ...changeOf(event, kept), moments, version: event.aggregateVersion };
}
