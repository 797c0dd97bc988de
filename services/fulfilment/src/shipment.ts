import type { ShipmentState, SkuQuantity } from '@evenkeel/contracts';
import type { CustomerId, OrderId, ShipmentId } from '@evenkeel/kernel';

/** The parcel of an order. */
export interface Shipment {
  readonly orderId: OrderId;
  readonly shipmentId: ShipmentId;
  readonly customerId: CustomerId;
  readonly state: ShipmentState;
  readonly lines: readonly SkuQuantity[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly version: number;
  readonly stockConfirmed: boolean;
  /** Seconds from now until the carrier's next step; null when nothing is due; undefined leaves it as it is. */
  readonly dueIn?: number | null;
}

/** Every legal change of state. */
export const TRANSITIONS: Readonly<Record<ShipmentState, readonly ShipmentState[]>> = {
  created: ['ready', 'cancelled'],
  ready: ['dispatched', 'cancelled'],
  dispatched: ['delivered', 'returning'],
  delivered: ['returning'],
  cancelled: [],
  returning: ['returned'],
  returned: [],
};

/** How long the simulated carrier takes, in seconds. */
export interface Carrier {
  readonly dispatchSeconds: number;
  readonly deliverSeconds: number;
  readonly returnSeconds: number;
}
