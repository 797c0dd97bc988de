import {
  fulfilmentEvents,
  journalPosted,
  orderChanged,
  orderEvents,
  paymentInDoubt,
  pointsEarned,
  pointsReversed,
  stockConfirmed,
} from '@evenkeel/contracts';
import { type Clock, type CorrelationId, type Envelope, newId } from '@evenkeel/kernel';
import { newMessage, projects } from '@evenkeel/messaging';
import type { OrderStore } from '../../store/order-store.js';
import { followOrder, type OrderEvent } from './follow-order.js';
import { type FollowerEvent, followOthers } from './follow-others.js';
import { emptyOrder, isSettled, isWorthTelling, type OrderDocument } from './order-document.js';

const followed = [
  ...orderEvents,
  stockConfirmed,
  journalPosted,
  pointsEarned,
  pointsReversed,
  paymentInDoubt,
  ...fulfilmentEvents,
] as const;

type Followed = OrderEvent | FollowerEvent;

const isOrderEvent = (event: Followed): event is OrderEvent => event.type.startsWith('order.');

/** The read model after a message. */
export const applyToOrder = (document: OrderDocument, event: Followed): OrderDocument =>
  isOrderEvent(event) ? followOrder(document, event) : followOthers(document, event);

interface Parts {
  readonly store: OrderStore;
  readonly clock: Clock;
  /** The customer that a guest's orders went over to, if they signed in. */
  readonly ownerOf: (customerId: string) => string;
  readonly announce: (events: readonly Envelope[]) => Promise<unknown>;
  readonly touched: (days: readonly string[]) => void;
}

/** Folds a batch into the read models of its orders: one read, one write, one announcement of what shows. */
export const ordersProjection = ({ store, clock, ownerOf, announce, touched }: Parts) =>
  projects(followed, async (batch) => {
    const ids = [...new Set(batch.map((event) => event.data.orderId as string))];
    const before = await store.load(ids);
    const after = new Map(before);
    for (const event of batch) {
      const document = after.get(event.data.orderId);
      if (document) after.set(event.data.orderId, applyToOrder(document, event as Followed));
    }
    const changed = [...after.values()]
      .filter((document) => before.get(document._id) !== document)
      .map((document) => withOwner(document, ownerOf));
    if (changed.length === 0) return;
    await store.save(changed);
    touched(changed.flatMap((document) => (document.sales ? [document.sales.day] : [])));
    const told = changed.filter((document) =>
      isWorthTelling(before.get(document._id) ?? emptyOrder(document._id), document),
    );
    await announce(told.flatMap((document) => announcement(document, clock)));
  });

function withOwner(document: OrderDocument, ownerOf: Parts['ownerOf']): OrderDocument {
  if (!document.customerId) return document;
  const owner = ownerOf(document.customerId);
  return owner === document.customerId
    ? document
    : { ...document, customerId: owner as typeof document.customerId };
}

function announcement(document: OrderDocument, clock: Clock): Envelope[] {
  const { _id, customerId, version, state, facts } = document;
  if (!customerId || !facts) return [];
  const data = { orderId: facts.orderId, customerId, version, state, settled: isSettled(document) };
  const cause = { id: null, correlationId: newId<CorrelationId>(), traceparent: null };
  const subject = { aggregateId: _id, aggregateVersion: document.revision + 1, data };
  return [newMessage(orderChanged, subject, { cause, clock })];
}
