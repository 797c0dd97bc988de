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
import { isSettled, isWorthTelling, type OrderDocument } from './order-document.js';
import { hear, newsOf, type OrderNews } from './order-news.js';

const followed = [
  ...orderEvents,
  stockConfirmed,
  journalPosted,
  pointsEarned,
  pointsReversed,
  paymentInDoubt,
  ...fulfilmentEvents,
] as const;

type Followed = OrderEvent | Parameters<typeof newsOf>[0];

const isOrderEvent = (event: Followed): event is OrderEvent => event.type.startsWith('order.');

/** The read model after a message. */
export function applyToOrder(document: OrderDocument, event: Followed): OrderDocument {
  if (isOrderEvent(event)) return followOrder(document, event);
  const news = newsOf(event);
  return news ? hear(document, news) : document;
}

/** Something to be applied to the read model of one order: an event of its own, or what others did for it. */
export interface Told {
  readonly orderId: string;
  readonly apply: (document: OrderDocument) => OrderDocument;
}

export const toldBy = {
  event: (orderId: string, event: Followed): Told => ({
    orderId,
    apply: (document) => applyToOrder(document, event),
  }),
  news: (orderId: string, news: OrderNews): Told => ({ orderId, apply: (document) => hear(document, news) }),
};

export interface Keeping {
  readonly store: Pick<OrderStore, 'load' | 'save'>;
  /** The customer that a guest's orders went over to, if they signed in. */
  readonly ownerOf: (customerId: string) => string;
}

/** A read model that was written, and how it was before. */
interface Kept {
  readonly before: OrderDocument;
  readonly after: OrderDocument;
}

/** Folds what was told into the read models of its orders: one read, one write. Returns those that changed. */
export async function keep({ store, ownerOf }: Keeping, told: readonly Told[]): Promise<Kept[]> {
  const found = await store.load([...new Set(told.map(({ orderId }) => orderId))]);
  const folded = new Map(found);
  for (const { orderId, apply } of told) {
    const document = folded.get(orderId);
    if (document) folded.set(orderId, apply(document));
  }
  const kept = [...found].flatMap(([orderId, before]): Kept[] => {
    const after = folded.get(orderId);
    return after && after !== before ? [{ before, after: withOwner(after, ownerOf) }] : [];
  });
  if (kept.length > 0) await store.save(kept.map(({ after }) => after));
  return kept;
}

interface Parts extends Keeping {
  readonly clock: Clock;
  readonly announce: (events: readonly Envelope[]) => Promise<unknown>;
  readonly touched: (days: readonly string[]) => void;
}

/** Keeps the read models of orders up to date, a batch at a time, with one announcement of what shows. */
export const ordersProjection = ({ clock, announce, touched, ...keeping }: Parts) =>
  projects(followed, async (batch) => {
    const kept = await keep(
      keeping,
      batch.map((event) => toldBy.event(event.data.orderId, event)),
    );
    touched(kept.flatMap(({ after }) => (after.sales ? [after.sales.day] : [])));
    const seen = kept.filter(({ before, after }) => isWorthTelling(before, after));
    await announce(seen.flatMap(({ after }) => announcement(after, clock)));
  });

function withOwner(document: OrderDocument, ownerOf: Keeping['ownerOf']): OrderDocument {
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
