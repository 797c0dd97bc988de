import type {
  fulfilmentEvents,
  journalPosted,
  MessageOf,
  paymentInDoubt,
  pointsEarned,
  pointsReversed,
  stockConfirmed,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import type { OrderDocument } from './order-document.js';

export type FollowerEvent = MessageOf<
  | typeof stockConfirmed
  | typeof journalPosted
  | typeof pointsEarned
  | typeof pointsReversed
  | typeof paymentInDoubt
  | (typeof fulfilmentEvents)[number]
>;

type ParcelState = NonNullable<OrderDocument['parcel']>['state'];

/** A parcel only goes on: what is further on here stays, whatever comes late. */
const PROGRESS: readonly ParcelState[] = [
  'created',
  'dispatched',
  'delivered',
  'cancelled',
  'returning',
  'returned',
];

/** Applies what other services did for the order. */
export function followOthers(document: OrderDocument, event: FollowerEvent): OrderDocument {
  const part = (done: Partial<OrderDocument['parts']>) => ({
    ...document,
    parts: { ...document.parts, ...done },
  });
  const moment = (
    next: OrderDocument,
    kind: OrderDocument['moments'][string]['kind'],
    at: string,
  ): OrderDocument => ({
    ...next,
    moments: { ...next.moments, [`${event.type.replace('.', '/')}:${event.aggregateId}`]: { kind, at } },
  });
  switch (event.type) {
    case 'inventory.stock-confirmed':
      return part({ stock: true });
    case 'finance.journal-posted':
      return event.data.kind === 'sale' ? part({ ledger: true }) : document;
    case 'loyalty.points-earned':
      return { ...part({ points: true }), pointsEarned: event.data.earned };
    case 'loyalty.points-reversed':
      return { ...document, pointsTakenBack: event.data.takenBack };
    case 'payment.payment-in-doubt': {
      const { attemptId, since } = event.data;
      const doubted = [...new Set([...document.doubted, attemptId])].sort();
      return moment({ ...document, doubted }, 'payment-in-doubt', since);
    }
    case 'fulfilment.shipment-created':
      return moment({ ...part({ shipment: true }), ...parcel('created') }, 'packed', event.data.at);
    case 'fulfilment.shipment-dispatched':
      return moment({ ...document, ...parcel('dispatched', event.data) }, 'dispatched', event.data.at);
    case 'fulfilment.shipment-delivered':
      return moment({ ...document, ...parcel('delivered') }, 'delivered', event.data.at);
    case 'fulfilment.shipment-cancelled':
      return { ...document, ...parcel('cancelled') };
    case 'fulfilment.shipment-returning':
      return { ...document, ...parcel('returning') };
    case 'fulfilment.shipment-returned':
      return { ...document, ...parcel('returned') };
    default:
      return assertNever(event);
  }

  function parcel(
    state: ParcelState,
    by?: { carrier: string; trackingNumber: string },
  ): Pick<OrderDocument, 'parcel'> {
    const known = document.parcel;
    const later = known && PROGRESS.indexOf(known.state) > PROGRESS.indexOf(state) ? known.state : state;
    return {
      parcel: {
        state: later,
        carrier: by?.carrier ?? known?.carrier ?? null,
        trackingNumber: by?.trackingNumber ?? known?.trackingNumber ?? null,
      },
    };
  }
}
