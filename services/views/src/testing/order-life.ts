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
import type {
  AttemptId,
  CorrelationId,
  CustomerId,
  Envelope,
  JournalId,
  OrderId,
  ShipmentId,
  Sku,
} from '@evenkeel/kernel';
import { newMessage } from '@evenkeel/messaging';
import { orderFactsOf } from '@evenkeel/testing';

export const ORDER = '42' as OrderId;
export const MARA = '0190a000-0000-7000-8000-00000000aaaa' as CustomerId;
const FIRST = '0190a000-0000-7000-8000-000000000001' as AttemptId;
const SECOND = '0190a000-0000-7000-8000-000000000002' as AttemptId;
const START = Date.parse('2026-11-21T10:00:00.000Z');
/** So many seconds after the order was placed. */
export const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
const usd = (minor: number) => ({ minor, currency: 'USD' as const });

const plain = orderFactsOf({
  orderId: ORDER,
  customerId: MARA,
  shopperKind: 'customer',
  lines: [{ sku: 'CUP' as Sku, quantity: 3 }],
  placedAt: at(0),
});
export const facts = { ...plain, price: { ...plain.price, pointsToEarn: 30 } };

/** An event of a service about the order, as the bus brings it. */
export function said<D extends AnyMessage>(
  definition: D,
  data: MessageData<D>,
  { version = 1, seconds = 0, aggregateId = ORDER as string } = {},
): Envelope {
  const cause = { id: null, correlationId: 'c' as CorrelationId, traceparent: null };
  const subject = { aggregateId, aggregateVersion: version, data, occurredAt: at(seconds) };
  return newMessage(definition, subject, { cause, clock: { now: () => START } });
}

const about = { orderId: ORDER, customerId: MARA };
const parcel = { ...about, shipmentId: 'parcel' as ShipmentId };
const captured = usd(3_000);

/** A card that is declined, one that leaves the bank silent, the parcel, and the refund with 12 points spent already. */
export const wholeLife: readonly Envelope[] = [
  said(orderPlaced, facts, { version: 1 }),
  said(
    orderAwaitingPayment,
    { ...about, payBy: at(900), round: 1, cartLines: [] },
    { version: 2, seconds: 1 },
  ),
  said(paymentStarted, { ...about, attemptId: FIRST }, { version: 3, seconds: 2 }),
  said(paymentInDoubt, { orderId: ORDER, attemptId: FIRST, since: at(3) }, { aggregateId: FIRST }),
  said(
    paymentFailed,
    { ...about, attemptId: FIRST, reason: 'declined', bankReason: 'no funds' },
    { version: 4, seconds: 4 },
  ),
  said(paymentStarted, { ...about, attemptId: SECOND }, { version: 5, seconds: 5 }),
  said(paymentInDoubt, { orderId: ORDER, attemptId: SECOND, since: at(6) }, { aggregateId: SECOND }),
  said(
    orderPaid,
    { ...facts, round: 1, attemptId: SECOND, captured, paidAt: at(7) },
    { version: 6, seconds: 7 },
  ),
  said(stockConfirmed, { orderId: ORDER, round: 1 }, { aggregateId: `${ORDER}/1` }),
  said(journalPosted, { orderId: ORDER, journalId: 'j' as JournalId, kind: 'sale' }),
  said(pointsEarned, { ...about, spent: 0, earned: 30, currency: 'USD', wallet: walletOf(30) }),
  said(shipmentCreated, { ...parcel, at: at(8) }, { version: 1 }),
  said(shipmentDispatched, { ...parcel, carrier: 'Post', trackingNumber: 'EP42', at: at(9) }, { version: 2 }),
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
    wallet: walletOf(0),
  }),
  said(shipmentReturning, { ...parcel, at: at(12) }, { version: 4 }),
  said(
    orderRefunded,
    { ...facts, wasPaid: true, captured, refunded: usd(2_988), shortfallPoints: 12, shortfall: usd(12) },
    { version: 10, seconds: 13 },
  ),
  said(shipmentReturned, { ...parcel, at: at(14) }, { version: 5 }),
];

/** Paid after it had expired. */
export const paidLate: readonly Envelope[] = [
  ...wholeLife.slice(0, 4),
  said(orderExpired, { ...about, paymentInDoubt: true }, { version: 4, seconds: 900 }),
  said(
    orderPaid,
    { ...facts, round: 2, attemptId: FIRST, captured, paidAt: at(905) },
    { version: 5, seconds: 905 },
  ),
];

function walletOf(available: number) {
  return { available, frozen: 0, version: 1, entries: [] };
}
