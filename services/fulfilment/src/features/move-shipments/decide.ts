import type { ShipmentState, SkuQuantity } from '@evenkeel/contracts';
import { assertNever, type CustomerId, type OrderId } from '@evenkeel/kernel';
import { type Parcel, type ParcelState, type Shipment, TRANSITIONS } from '../../shipment.js';

/** What one input does to one parcel, and what is to be said of it; null when nothing changes. */
export interface Step {
  readonly parcel: Parcel;
  readonly say: Exclude<ShipmentState, 'ready'> | null;
}

export interface Sale {
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  readonly lines: readonly SkuQuantity[];
}

/** The name of the simulated carrier. */
export const CARRIER = 'Evenkeel Parcel';

function check(from: ParcelState | 'unknown', to: ParcelState): void {
  if (!TRANSITIONS[from].includes(to)) throw new Error(`A parcel cannot go from ${from} to ${to}`);
}

/** Goes on and says so: what is said of a parcel counts its version up. */
function publish(
  known: Shipment,
  state: Exclude<ShipmentState, 'ready'>,
  change: Partial<Shipment> = {},
): Step {
  check(known.state, state);
  return { parcel: { ...known, ...change, state, version: known.version + 1 }, say: state };
}

/** A paid order gets its parcel, once; it waits for its stock. One whose refund was said first gets none. */
export function paid(known: Parcel | undefined, sale: Sale): Step | null {
  if (known && known.state !== 'awaited') return null;
  const state = known ? 'ready' : 'created';
  check(known?.state ?? 'unknown', state);
  return {
    parcel: { ...sale, state, version: 1, carrier: null, trackingNumber: null, delivered: false },
    say: 'created',
  };
}

/** The stock has left the shelf: the parcel may go to the carrier, as soon as there is one. */
export function stockConfirmed(known: Parcel | undefined, orderId: OrderId): Step | null {
  if (!known) return { parcel: { orderId, state: 'awaited', version: 0 }, say: null };
  if (known.state !== 'created') return null;
  check(known.state, 'ready');
  return { parcel: { ...known, state: 'ready' }, say: null };
}

/** The order is being refunded: a parcel that is still here stays, one that is not is asked back. */
export function refunding(
  known: Parcel | undefined,
  { orderId, customerId }: Pick<Sale, 'orderId' | 'customerId'>,
): Step | null {
  if (!known || known.state === 'awaited') {
    check(known?.state ?? 'unknown', 'never');
    return { parcel: { orderId, customerId, state: 'never', version: 1 }, say: 'cancelled' };
  }
  switch (known.state) {
    case 'created':
    case 'ready':
      return publish(known, 'cancelled');
    case 'dispatched':
    case 'delivered':
      return publish(known, 'returning');
    case 'never':
    case 'cancelled':
    case 'returning':
    case 'returned':
      return null;
    default:
      return assertNever(known);
  }
}

/** The carrier's next step is due and done. */
export function carry(known: Parcel): Step | null {
  switch (known.state) {
    case 'ready':
      return publish(known, 'dispatched', { carrier: CARRIER, trackingNumber: `EP${known.orderId}` });
    case 'dispatched':
      return publish(known, 'delivered', { delivered: true });
    case 'returning':
      return publish(known, 'returned');
    case 'awaited':
    case 'never':
    case 'created':
    case 'delivered':
    case 'cancelled':
    case 'returned':
      return null;
    default:
      return assertNever(known);
  }
}
