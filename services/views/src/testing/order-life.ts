import {
  type AnyMessage,
  journalPosted,
  type MessageData,
  orderAwaitingPayment,
  orderCompleted,
  orderExpired,
  orderFulfilling,
  orderPaid,
  orderPlaced,
  orderRefunded,
  orderRefunding,
  paymentFailed,
  paymentInDoubt,
  paymentStarted,
  pointsEarned,
  pointsReversed,
  shipmentCreated,
  shipmentDelivered,
  shipmentDispatched,
  shipmentReturned,
  shipmentReturning,
  stockConfirmed,
} from '@evenkeel/contracts';
import {
  type AttemptId,
  type CorrelationId,
  type CustomerId,
  derivedId,
  type Envelope,
  type EventId,
  type JournalId,
  newId,
  type OrderId,
  type ShipmentId,
  type Sku,
} from '@evenkeel/kernel';
import { newMessage } from '@evenkeel/messaging';
import { orderFactsOf } from '@evenkeel/testing';

export const ORDER = '42' as OrderId;
export const MARA = '0190a000-0000-7000-8000-00000000aaaa' as CustomerId;
const START = Date.parse('2026-11-21T10:00:00.000Z');
/** So many seconds after the order was placed. */
export const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
const usd = (minor: number) => ({ minor, currency: 'USD' as const });

/** An event about an order, as the bus brings it. */
export function said<D extends AnyMessage>(
  definition: D,
  data: MessageData<D>,
  { version = 1, seconds = 0, aggregateId = (data as { orderId: string }).orderId } = {},
): Envelope {
  const cause = { id: null, correlationId: newId<CorrelationId>(), traceparent: null };
  const subject = { aggregateId, aggregateVersion: version, data, occurredAt: at(seconds) };
  return newMessage(definition, subject, { cause, clock: { now: () => START } });
}

/** All that is said of one order, by its own service and by those who follow it. */
export interface Life {
  /** A declined card, one that leaves the bank silent, the parcel, and a refund with 12 points spent already. */
  readonly whole: readonly Envelope[];
  /** Paid after it had expired. */
  readonly paidLate: readonly Envelope[];
}

export function lifeOf(orderId: OrderId, customerId = MARA): Life {
  const plain = orderFactsOf({
    orderId,
    customerId,
    shopperKind: 'customer',
    lines: [{ sku: 'CUP' as Sku, quantity: 3 }],
    placedAt: at(0),
  });
  const facts = { ...plain, price: { ...plain.price, pointsToEarn: 30 } };
  const first = derivedId<AttemptId>('first', orderId);
  const second = derivedId<AttemptId>('second', orderId);
  const about = { orderId, customerId };
  const parcel = { ...about, shipmentId: derivedId<ShipmentId>('parcel', orderId) };
  const captured = usd(3_000);

  const whole = [
    said(orderPlaced, facts, { version: 1 }),
    said(
      orderAwaitingPayment,
      { ...about, payBy: at(900), round: 1, cartLines: [] },
      { version: 2, seconds: 1 },
    ),
    said(paymentStarted, { ...about, attemptId: first }, { version: 3, seconds: 2 }),
    said(paymentInDoubt, { orderId: orderId, attemptId: first, since: at(3) }, { aggregateId: first }),
    said(
      paymentFailed,
      { ...about, attemptId: first, reason: 'declined', bankReason: 'no funds' },
      { version: 4, seconds: 4 },
    ),
    said(paymentStarted, { ...about, attemptId: second }, { version: 5, seconds: 5 }),
    said(paymentInDoubt, { orderId: orderId, attemptId: second, since: at(6) }, { aggregateId: second }),
    said(
      orderPaid,
      { ...facts, round: 1, attemptId: second, captured, paidAt: at(7) },
      { version: 6, seconds: 7 },
    ),
    said(stockConfirmed, { orderId: orderId, round: 1 }, { aggregateId: `${orderId}/1` }),
    said(journalPosted, { orderId: orderId, journalId: derivedId<JournalId>('sale', orderId), kind: 'sale' }),
    said(pointsEarned, { ...about, spent: 0, earned: 30, currency: 'USD', wallet: walletOf(2, 30, 30) }),
    said(shipmentCreated, { ...parcel, at: at(8) }, { version: 1 }),
    said(
      shipmentDispatched,
      { ...parcel, carrier: 'Post', trackingNumber: 'EP42', at: at(9) },
      { version: 2 },
    ),
    said(orderFulfilling, about, { version: 7, seconds: 9 }),
    said(shipmentDelivered, { ...parcel, at: at(10) }, { version: 3 }),
    said(orderCompleted, about, { version: 8, seconds: 10 }),
    said(
      orderRefunding,
      { ...facts, round: 1, wasPaid: true, captured, reason: 'requested' },
      { version: 9, seconds: 11 },
    ),
    said(pointsReversed, {
      ...about,
      returned: 0,
      takenBack: 18,
      shortfall: 12,
      currency: 'USD',
      wallet: walletOf(4, 0, -18),
    }),
    said(shipmentReturning, { ...parcel, at: at(12) }, { version: 4 }),
    said(
      orderRefunded,
      { ...facts, wasPaid: true, captured, refunded: usd(2_988), shortfallPoints: 12, shortfall: usd(12) },
      { version: 10, seconds: 13 },
    ),
    said(shipmentReturned, { ...parcel, at: at(14) }, { version: 5 }),
  ];

  const paidLate = [
    ...whole.slice(0, 4),
    said(orderExpired, { ...about, paymentInDoubt: true }, { version: 4, seconds: 900 }),
    said(
      orderPaid,
      { ...facts, round: 2, attemptId: first, captured, paidAt: at(905) },
      { version: 5, seconds: 905 },
    ),
  ];
  return { whole, paidLate };

  /** The wallet after so many changes, each with an entry of its own. */
  function walletOf(version: number, available: number, points: number) {
    const id = derivedId<EventId>('entry', `${orderId}/${version}`);
    const entry = { id, kind: 'earned' as const, points, balance: available, orderId, at: at(version) };
    return { available, frozen: 0, version, entries: [entry] };
  }
}
