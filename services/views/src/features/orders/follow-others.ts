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

type ShipmentState = NonNullable<OrderDocument['shipment']>['state'];

/** A parcel only goes on: news that comes late does not take it back. */
const PROGRESS: readonly ShipmentState[] = [
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
    moments: { ...next.moments, [event.type.replace('.', '/')]: { kind, at } },
  });
  switch (event.type) {
    case 'inventory.stock-confirmed':
      return part({ stock: true });
    case 'finance.journal-posted':
      return event.data.kind === 'sale' ? part({ ledger: true }) : document;
    case 'loyalty.points-earned':
      return { ...part({ points: true }), pointsEarned: event.data.earned };
    case 'loyalty.points-reversed':
      return { ...document, pointsEarned: document.pointsEarned - event.data.takenBack };
    case 'payment.payment-in-doubt': {
      const open = document.payment?.state === 'started' && document.attemptId === event.data.attemptId;
      const doubted = moment(document, 'payment-in-doubt', event.data.since);
      return open ? { ...doubted, payment: { state: 'in-doubt', bankReason: null } } : doubted;
    }
    case 'fulfilment.shipment-created':
      return moment({ ...part({ shipment: true }), ...parcel('created') }, 'packed', event.data.at);
    case 'fulfilment.shipment-dispatched':
      return moment({ ...document, ...parcel('dispatched', event.data) }, 'dispatched', event.data.at);
    case 'fulfilment.shipment-delivered':
      return moment({ ...document, ...parcel('delivered') }, 'delivered', event.data.at);
    case 'fulfilment.shipment-cancelled':
      return document.shipment ? { ...document, ...parcel('cancelled') } : document;
    case 'fulfilment.shipment-returning':
      return { ...document, ...parcel('returning') };
    case 'fulfilment.shipment-returned':
      return { ...document, ...parcel('returned') };
    default:
      return assertNever(event);
  }

  function parcel(
    state: ShipmentState,
    by?: { carrier: string; trackingNumber: string },
  ): Pick<OrderDocument, 'shipment'> {
    const known = document.shipment;
    const later = known && PROGRESS.indexOf(known.state) > PROGRESS.indexOf(state) ? known.state : state;
    return {
      shipment: {
        state: later,
        carrier: by?.carrier ?? known?.carrier ?? null,
        trackingNumber: by?.trackingNumber ?? known?.trackingNumber ?? null,
      },
    };
  }
}
