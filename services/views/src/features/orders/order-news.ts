import type {
  fulfilmentEvents,
  journalPosted,
  MessageOf,
  OrderMoment,
  paymentInDoubt,
  pointsEarned,
  pointsReversed,
  stockConfirmed,
} from '@evenkeel/contracts';
import { type AttemptId, assertNever } from '@evenkeel/kernel';
import type { OrderDocument } from './order-document.js';

type FollowerEvent = MessageOf<
  | typeof stockConfirmed
  | typeof journalPosted
  | typeof pointsEarned
  | typeof pointsReversed
  | typeof paymentInDoubt
  | (typeof fulfilmentEvents)[number]
>;

type ParcelState = NonNullable<OrderDocument['parcel']>['state'];

/** What others did for an order, in the words of its read model. */
export type OrderNews =
  | { readonly kind: 'stock-confirmed' | 'sale-booked' }
  | { readonly kind: 'points-earned'; readonly earned: number }
  | { readonly kind: 'points-taken-back'; readonly takenBack: number }
  | { readonly kind: 'in-doubt'; readonly attemptId: AttemptId; readonly since: string }
  | {
      readonly kind: 'parcel';
      readonly state: ParcelState;
      readonly at: string;
      readonly by?: { readonly carrier: string; readonly trackingNumber: string };
    };

/** What an event of a follower says of its order; null for what a page does not show. */
export function newsOf(event: FollowerEvent): OrderNews | null {
  switch (event.type) {
    case 'inventory.stock-confirmed':
      return { kind: 'stock-confirmed' };
    case 'finance.journal-posted':
      return event.data.kind === 'sale' ? { kind: 'sale-booked' } : null;
    case 'loyalty.points-earned':
      return { kind: 'points-earned', earned: event.data.earned };
    case 'loyalty.points-reversed':
      return { kind: 'points-taken-back', takenBack: event.data.takenBack };
    case 'payment.payment-in-doubt':
      return { kind: 'in-doubt', attemptId: event.data.attemptId, since: event.data.since };
    case 'fulfilment.shipment-created':
      return { kind: 'parcel', state: 'created', at: event.data.at };
    case 'fulfilment.shipment-dispatched':
      return { kind: 'parcel', state: 'dispatched', at: event.data.at, by: event.data };
    case 'fulfilment.shipment-delivered':
      return { kind: 'parcel', state: 'delivered', at: event.data.at };
    case 'fulfilment.shipment-cancelled':
      return { kind: 'parcel', state: 'cancelled', at: event.data.at };
    case 'fulfilment.shipment-returning':
      return { kind: 'parcel', state: 'returning', at: event.data.at };
    case 'fulfilment.shipment-returned':
      return { kind: 'parcel', state: 'returned', at: event.data.at };
    default:
      return assertNever(event);
  }
}

/** A parcel only goes on: what is further on here stays, whatever comes late. */
const PROGRESS: readonly ParcelState[] = [
  'created',
  'dispatched',
  'delivered',
  'cancelled',
  'returning',
  'returned',
];

const PARCEL_MOMENTS: Partial<Record<ParcelState, OrderMoment['kind']>> = {
  created: 'packed',
  dispatched: 'dispatched',
  delivered: 'delivered',
};

/** Applies what others did for the order; in any order and any number of times the result is the same. */
export function hear(document: OrderDocument, news: OrderNews): OrderDocument {
  switch (news.kind) {
    case 'stock-confirmed':
      return part(document, 'stock');
    case 'sale-booked':
      return part(document, 'ledger');
    case 'points-earned':
      return { ...part(document, 'points'), pointsEarned: news.earned };
    case 'points-taken-back':
      return { ...document, pointsTakenBack: news.takenBack };
    case 'in-doubt': {
      const doubted = [...new Set([...document.doubted, news.attemptId])].sort();
      const moment = { kind: 'payment-in-doubt', at: news.since } as const;
      return {
        ...document,
        doubted,
        moments: { ...document.moments, [`in-doubt:${news.attemptId}`]: moment },
      };
    }
    case 'parcel':
      return parcel(news.state === 'created' ? part(document, 'shipment') : document, news);
    default:
      return assertNever(news);
  }
}

const part = (document: OrderDocument, done: keyof OrderDocument['parts']): OrderDocument => ({
  ...document,
  parts: { ...document.parts, [done]: true },
});

function parcel(
  document: OrderDocument,
  { state, at, by }: Extract<OrderNews, { kind: 'parcel' }>,
): OrderDocument {
  const known = document.parcel;
  const kind = PARCEL_MOMENTS[state];
  return {
    ...document,
    parcel: {
      state: known && PROGRESS.indexOf(known.state) > PROGRESS.indexOf(state) ? known.state : state,
      carrier: by?.carrier ?? known?.carrier ?? null,
      trackingNumber: by?.trackingNumber ?? known?.trackingNumber ?? null,
    },
    ...(kind && { moments: { ...document.moments, [`parcel:${state}`]: { kind, at } } }),
  };
}
