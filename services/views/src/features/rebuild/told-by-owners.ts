import {
  type ActionOutput,
  type AnyAction,
  type listDoubts,
  type listOrderFacts,
  type listOrderPoints,
  type listReservations,
  type listSales,
  type listShipments,
  messageByType,
} from '@evenkeel/contracts';
import { type CorrelationId, derivedId, type Envelope, type EventId, type OrderId } from '@evenkeel/kernel';
import type { OrderEvent } from '../orders/follow-order.js';
import type { OrderNews } from '../orders/order-news.js';

/** One item of the pages of a list. */
type ItemOf<List extends AnyAction> = ActionOutput<List>['items'][number];
type Facts = ItemOf<typeof listOrderFacts>;

/** What somebody did for an order. */
export interface NewsOfOrder {
  readonly orderId: OrderId;
  readonly news: OrderNews;
}

/** The events of an order, made again from what its owner kept of them. */
export function eventsOf({ facts, changes }: Facts): OrderEvent[] {
  const placed = { version: 1, type: 'order.order-placed', at: facts.placedAt, more: {} };
  return [placed, ...changes].map((change) => eventOf(facts, change) as OrderEvent);
}

function eventOf(facts: Facts['facts'], { version, type, at, more }: Facts['changes'][number]): Envelope {
  const definition = messageByType.get(type);
  if (!definition) throw new Error(`Order ${facts.orderId} published ${type}, which nobody declares`);
  return {
    id: derivedId<EventId>('rebuilt', `${facts.orderId}/${version}`),
    type,
    version: definition.version,
    occurredAt: at,
    aggregateId: facts.orderId,
    aggregateVersion: version,
    correlationId: derivedId<CorrelationId>('rebuilt', facts.orderId),
    causationId: null,
    traceparent: null,
    data: definition.data.parse({ ...facts, ...more }) as unknown,
  };
}

export const ofReservation = ({ orderId, status }: ItemOf<typeof listReservations>): NewsOfOrder[] =>
  status === 'CONFIRMED' ? [{ orderId, news: { kind: 'stock-confirmed' } }] : [];

export const ofSale = ({ orderId }: ItemOf<typeof listSales>): NewsOfOrder[] => [
  { orderId, news: { kind: 'sale-booked' } },
];

export const ofPoints = ({ orderId, earned, takenBack }: ItemOf<typeof listOrderPoints>): NewsOfOrder[] => [
  { orderId, news: { kind: 'points-earned', earned } },
  { orderId, news: { kind: 'points-taken-back', takenBack } },
];

export const ofDoubt = ({ orderId, attemptId, since }: ItemOf<typeof listDoubts>): NewsOfOrder[] => [
  { orderId, news: { kind: 'in-doubt', attemptId, since } },
];

/** Every station of a parcel that a page shows, and where it is now. */
export function ofShipment(shipment: ItemOf<typeof listShipments>): NewsOfOrder[] {
  const { orderId, state, carrier, trackingNumber, createdAt, dispatchedAt, deliveredAt } = shipment;
  const news: OrderNews[] = [{ kind: 'parcel', state: 'created', at: createdAt }];
  if (dispatchedAt && carrier && trackingNumber)
    news.push({ kind: 'parcel', state: 'dispatched', at: dispatchedAt, by: { carrier, trackingNumber } });
  if (deliveredAt) news.push({ kind: 'parcel', state: 'delivered', at: deliveredAt });
  // Nobody is told that a parcel is ready; and of these no page shows when.
  if (state === 'cancelled' || state === 'returning' || state === 'returned')
    news.push({ kind: 'parcel', state, at: createdAt });
  return news.map((one) => ({ orderId, news: one }));
}
