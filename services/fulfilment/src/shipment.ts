import type { ShipmentState, SkuQuantity } from '@evenkeel/contracts';
import { assertNever, type CustomerId, derivedId, type OrderId, type ShipmentId } from '@evenkeel/kernel';

/** One parcel an order, so its id follows from the order's number. */
export const shipmentIdOf = (orderId: OrderId): ShipmentId => derivedId<ShipmentId>('shipment', orderId);

interface About {
  readonly orderId: OrderId;
  /** Counts what was said of it. */
  readonly version: number;
}

/** The parcel of a paid order. */
export interface Shipment extends About {
  readonly state: ShipmentState;
  readonly customerId: CustomerId;
  readonly lines: readonly SkuQuantity[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  /** It was at the door once, whatever became of it. */
  readonly delivered: boolean;
}

/** The stock has left the shelf, and the sale was not said yet. */
export interface Awaited extends About {
  readonly state: 'awaited';
}

/** The refund was said before the sale: no parcel will ever be made. */
export interface Never extends About {
  readonly state: 'never';
  readonly customerId: CustomerId;
}

export type Parcel = Shipment | Awaited | Never;
export type ParcelState = Parcel['state'];

/** Every legal change of state; `unknown` is an order of which nothing was said yet. */
export const TRANSITIONS: Readonly<Record<ParcelState | 'unknown', readonly ParcelState[]>> = {
  unknown: ['created', 'awaited', 'never'],
  awaited: ['ready', 'never'],
  never: [],
  created: ['ready', 'cancelled'],
  ready: ['dispatched', 'cancelled'],
  dispatched: ['delivered', 'returning'],
  delivered: ['returning'],
  cancelled: [],
  returning: ['returned'],
  returned: [],
};

/** How long the simulated carrier takes for each of its steps, in seconds. */
export interface Carrier {
  readonly dispatchSeconds: number;
  readonly deliverSeconds: number;
  readonly returnSeconds: number;
}

/** Seconds until the carrier's next step is due, counted from the moment the state began; null when it is not its turn. */
export function dueInSeconds(state: ParcelState, carrier: Carrier): number | null {
  switch (state) {
    case 'ready':
      return carrier.dispatchSeconds;
    case 'dispatched':
      return carrier.deliverSeconds;
    case 'returning':
      return carrier.returnSeconds;
    case 'awaited':
    case 'never':
    case 'created':
    case 'delivered':
    case 'cancelled':
    case 'returned':
      return null;
    default:
      return assertNever(state);
  }
}
