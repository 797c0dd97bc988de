import type { ShipmentState, SkuQuantity } from '@evenkeel/contracts';
import type { CustomerId, OrderId, ShipmentId } from '@evenkeel/kernel';
import { type Carrier, type Shipment, TRANSITIONS } from '../../shipment.js';

/** What one input does to one parcel: the parcel after it, and what is to be said; null when nothing changes. */
export interface Step {
  readonly shipment: Shipment;
  readonly say: ShipmentState | null;
}

const NAME = 'Evenkeel Parcel';

function go(shipment: Shipment, state: ShipmentState, change: Partial<Shipment> = {}): Shipment {
  if (!TRANSITIONS[shipment.state].includes(state)) {
    throw new Error(`A parcel cannot go from ${shipment.state} to ${state}`);
  }
  return { ...shipment, ...change, state, version: shipment.version + 1 };
}

export interface Sale {
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  readonly shipmentId: ShipmentId;
  readonly lines: readonly SkuQuantity[];
}

/** A paid order gets its parcel, once; it waits for its stock. One whose refund came first gets none. */
export function paid(known: Shipment | undefined, sale: Sale, carrier: Carrier): Step | null {
  // The word of the stock may have come first and left a parcel without a version.
  if (known && known.version > 0) return null;
  const stockConfirmed = known?.stockConfirmed ?? false;
  const shipment: Shipment = {
    ...sale,
    state: stockConfirmed ? 'ready' : 'created',
    carrier: null,
    trackingNumber: null,
    version: 1,
    stockConfirmed,
    dueIn: stockConfirmed ? carrier.dispatchSeconds : null,
  };
  return { shipment, say: 'created' };
}

/** The stock has left the shelf: the parcel may go to the carrier. */
export function stockConfirmed(known: Shipment | undefined, empty: Shipment, carrier: Carrier): Step | null {
  if (!known) return { shipment: { ...empty, stockConfirmed: true }, say: null };
  if (known.stockConfirmed) return null;
  if (known.state !== 'created') return null;
  const confirmed = { stockConfirmed: true, dueIn: carrier.dispatchSeconds };
  return known.version === 0
    ? { shipment: { ...known, stockConfirmed: true }, say: null }
    : { shipment: go(known, 'ready', confirmed), say: null };
}

/** The order is being refunded: the parcel stays, or is asked back if the carrier has it. */
export function refunding(known: Shipment | undefined, empty: Shipment, carrier: Carrier): Step | null {
  if (!known || known.version === 0) {
    return { shipment: { ...empty, state: 'cancelled', version: 1, dueIn: null }, say: 'cancelled' };
  }
  switch (known.state) {
    case 'created':
    case 'ready':
      return { shipment: go(known, 'cancelled', { dueIn: null }), say: 'cancelled' };
    case 'dispatched':
    case 'delivered':
      return { shipment: go(known, 'returning', { dueIn: carrier.returnSeconds }), say: 'returning' };
    default:
      return null;
  }
}

/** The carrier's next step is due. */
export function carry(known: Shipment, carrier: Carrier): Step | null {
  switch (known.state) {
    case 'ready': {
      const trackingNumber = `EP${known.orderId.slice(-10).padStart(10, '0')}`;
      const handed = { carrier: NAME, trackingNumber, dueIn: carrier.deliverSeconds };
      return { shipment: go(known, 'dispatched', handed), say: 'dispatched' };
    }
    case 'dispatched':
      return { shipment: go(known, 'delivered', { dueIn: null }), say: 'delivered' };
    case 'returning':
      return { shipment: go(known, 'returned', { dueIn: null }), say: 'returned' };
    default:
      return null;
  }
}
