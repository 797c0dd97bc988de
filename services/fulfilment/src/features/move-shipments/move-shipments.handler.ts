import {
  orderPaid,
  orderRefunding,
  shipmentCancelled,
  shipmentCreated,
  shipmentDelivered,
  shipmentDispatched,
  shipmentReturned,
  shipmentReturning,
  stockConfirmed,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { handles, type Item, type ItemOf, localInput, type Work } from '@evenkeel/messaging';
import type { Carrier, Parcel, Shipment } from '../../shipment.js';
import {
  type ParcelRow,
  saveParcels,
  selectDueForUpdate,
  selectParcels,
  shipmentIdOf,
  toParcel,
} from '../../store/shipment-store.js';
import { type BatchDecision, decideBatch, type ParcelInput } from './decide-batch.js';

/** The carrier comes: what is due, at most so many parcels, is done. Answered with how many were found. */
export const carrierRound = localInput<{ readonly limit: number }>()('fulfilment.carrier-round');

const inputs = [orderPaid, orderRefunding, stockConfirmed, carrierRound] as const;
type ParcelItem = ItemOf<(typeof inputs)[number]>;

/**
 * Everything that moves parcels: read once a batch, decided in order of arrival, written once. Parcels that are due
 * are locked as they are read, and those that another instance is just carrying are left to it.
 */
export const moveShipmentsHandler = (carrier: Carrier) =>
  handles(inputs, async (items, work) => {
    const { rows, due, at } = await load(items, work);
    const revisions = new Map(rows.map((row) => [row.orderId, row.revision]));
    const parcels = rows.map(toParcel);
    const { changed, said } = decideBatch({ parcels, due }, items.map(toInput));
    for (const statement of saveParcels(changed, revisions, carrier)) work.write(statement);
    for (const one of said) tell(work, one, { at, item: itemAt(items, one.index) });
    for (const item of items) if (item.type === carrierRound.type) work.answer(item, due.length);
  });

async function load(items: readonly ParcelItem[], work: Work) {
  const orderIds = [...new Set(items.flatMap((item) => ('orderId' in item.data ? [item.data.orderId] : [])))];
  const limits = items.flatMap((item) => ('limit' in item.data ? [item.data.limit] : []));
  const [named, due, clock] = await Promise.all([
    orderIds.length > 0 ? work.query<ParcelRow>(selectParcels(orderIds)) : [],
    limits.length > 0 ? work.query<ParcelRow>(selectDueForUpdate(Math.max(...limits))) : [],
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  // A parcel that is read twice counts as it was read under its lock.
  const rows = [...new Map([...named, ...due].map((row) => [row.orderId, row])).values()];
  const at = (clock[0]?.now ?? new Date(0)).toISOString();
  return { rows, due: due.map((row) => row.orderId), at };
}

function toInput(item: ParcelItem): ParcelInput {
  switch (item.type) {
    case 'order.order-paid': {
      const { orderId, customerId, lines } = item.data;
      return {
        type: 'paid',
        orderId,
        customerId,
        lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      };
    }
    case 'order.order-refunding':
      return { type: 'refunding', orderId: item.data.orderId, customerId: item.data.customerId };
    case 'inventory.stock-confirmed':
      return { type: 'stock-confirmed', orderId: item.data.orderId };
    case 'fulfilment.carrier-round':
      return { type: 'carrier-round' };
    default:
      return assertNever(item);
  }
}

function itemAt(items: readonly ParcelItem[], index: number): Item {
  const item = items[index];
  if (!item) throw new Error(`A batch of ${items.length} has no item ${index}`);
  return item;
}

const PLAIN = {
  created: shipmentCreated,
  delivered: shipmentDelivered,
  returning: shipmentReturning,
  returned: shipmentReturned,
} as const;

function tell(
  work: Work,
  { parcel, say }: BatchDecision['said'][number],
  { at, item }: { readonly at: string; readonly item: Item },
): void {
  const { orderId, version } = parcel;
  const subject = { aggregateId: orderId, aggregateVersion: version };
  const about = { orderId, shipmentId: shipmentIdOf(orderId), customerId: customerOf(parcel), at };
  switch (say) {
    case 'cancelled': {
      const { shipmentId: _, ...data } = about;
      work.emit(shipmentCancelled, { ...subject, data }, item);
      return;
    }
    case 'dispatched': {
      const data = { ...about, ...handedOver(parcel) };
      work.emit(shipmentDispatched, { ...subject, data }, item);
      return;
    }
    case 'created':
    case 'delivered':
    case 'returning':
    case 'returned':
      work.emit(PLAIN[say], { ...subject, data: about }, item);
      return;
    default:
      assertNever(say);
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
