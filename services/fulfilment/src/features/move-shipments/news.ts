import {
  type AnyMessage,
  type MessageData,
  shipmentCancelled,
  shipmentCreated,
  shipmentDelivered,
  shipmentDispatched,
  shipmentReturned,
  shipmentReturning,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { type Parcel, type Shipment, shipmentIdOf } from '../../shipment.js';
import type { BatchDecision } from './decide-batch.js';

/** An event before it has an envelope. */
interface EventDraft {
  readonly definition: AnyMessage;
  readonly subject: { readonly aggregateId: string; readonly aggregateVersion: number; readonly data: never };
}

const PLAIN = {
  created: shipmentCreated,
  delivered: shipmentDelivered,
  returning: shipmentReturning,
  returned: shipmentReturned,
} as const;

/** The event in which a step of a parcel is told. */
export function newsOf({ parcel, say }: BatchDecision['said'][number], at: string): EventDraft {
  const { orderId, version } = parcel;
  const news = <D extends AnyMessage>(definition: D, data: MessageData<D>): EventDraft => ({
    definition,
    subject: { aggregateId: orderId, aggregateVersion: version, data: data as never },
  });
  const about = { orderId, shipmentId: shipmentIdOf(orderId), customerId: customerOf(parcel), at };
  switch (say) {
    case 'cancelled': {
      const { shipmentId: _, ...data } = about;
      return news(shipmentCancelled, data);
    }
    case 'dispatched':
      return news(shipmentDispatched, { ...about, ...handedOver(parcel) });
    case 'created':
    case 'delivered':
    case 'returning':
    case 'returned':
      return news(PLAIN[say], about);
    default:
      return assertNever(say);
  }
}

function customerOf(parcel: Parcel) {
  if (parcel.state === 'awaited') throw new Error(`Nothing is said of the parcel of ${parcel.orderId} yet`);
  return parcel.customerId;
}

function handedOver(parcel: Parcel): { carrier: string; trackingNumber: string } {
  const { carrier, trackingNumber } = parcel as Shipment;
  if (!carrier || !trackingNumber) throw new Error(`Nobody carries the parcel of ${parcel.orderId}`);
  return { carrier, trackingNumber };
}
