import {
  orderPaid,
  orderRefunding,
  type ShipmentState,
  shipmentCancelled,
  shipmentCreated,
  shipmentDelivered,
  shipmentDispatched,
  shipmentReturned,
  shipmentReturning,
  stockConfirmed,
} from '@evenkeel/contracts';
import { assertNever, type CustomerId, derivedId, type OrderId, type ShipmentId } from '@evenkeel/kernel';
import { handles, type Item, type ItemOf, localInput, type Work } from '@evenkeel/messaging';
import type { Carrier, Shipment } from '../../shipment.js';
import { type ShipmentRow, saveShipments, selectShipments, toShipment } from '../../store/shipment-store.js';
import { carry, stockConfirmed as confirmStock, paid, refunding, type Step } from './decide.js';

/** The carrier's next step is due. */
export const carrierDue = localInput<{ readonly orderId: OrderId }>()('fulfilment.carrier-due');

const inputs = [orderPaid, orderRefunding, stockConfirmed, carrierDue] as const;
type ShipmentItem = ItemOf<(typeof inputs)[number]>;

const NOBODY = '00000000-0000-0000-0000-000000000000' as CustomerId;
const shipmentIdOf = (orderId: OrderId) => derivedId<ShipmentId>('shipment', orderId);

/** Everything that moves parcels: read once a batch, decided in order of arrival, written once. */
export const moveShipmentsHandler = (carrier: Carrier) =>
  handles(inputs, async (items, work) => {
    const ids = [...new Set(items.map((item) => item.data.orderId))];
    const [rows, clock] = await Promise.all([
      work.query<ShipmentRow>(selectShipments(ids)),
      work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
    ]);
    const at = (clock[0]?.now ?? new Date(0)).toISOString();
    const before = new Map(rows.map((row) => [row.orderId, toShipment(row)]));
    const after = new Map(before);
    for (const item of items) {
      const step = decide(after.get(item.data.orderId), item, carrier);
      if (!step) continue;
      after.set(item.data.orderId, step.shipment);
      if (step.say) say(work, { shipment: step.shipment, state: step.say, at, item });
    }
    const changed = [...after.entries()]
      .filter(([orderId, shipment]) => before.get(orderId) !== shipment)
      .map(([orderId, shipment]) => ({ shipment, before: before.get(orderId) ?? null }));
    if (changed.length > 0) work.write(saveShipments(changed));
  });

function decide(known: Shipment | undefined, item: ShipmentItem, carrier: Carrier): Step | null {
  const { orderId } = item.data;
  switch (item.type) {
    case 'order.order-paid': {
      const { customerId } = item.data;
      const lines = item.data.lines.map(({ sku, quantity }) => ({ sku, quantity }));
      return paid(known, { orderId, customerId, shipmentId: shipmentIdOf(orderId), lines }, carrier);
    }
    case 'order.order-refunding':
      return refunding(known, emptyShipment(orderId, item.data.customerId), carrier);
    case 'inventory.stock-confirmed':
      return confirmStock(known, emptyShipment(orderId, NOBODY), carrier);
    case 'fulfilment.carrier-due':
      return known ? carry(known, carrier) : null;
    default:
      return assertNever(item);
  }
}

const emptyShipment = (orderId: OrderId, customerId: CustomerId): Shipment => ({
  orderId,
  shipmentId: shipmentIdOf(orderId),
  customerId,
  state: 'created',
  lines: [],
  carrier: null,
  trackingNumber: null,
  version: 0,
  stockConfirmed: false,
});

const PLAIN = {
  created: shipmentCreated,
  delivered: shipmentDelivered,
  returning: shipmentReturning,
  returned: shipmentReturned,
} as const;

function say(
  work: Work,
  news: {
    readonly shipment: Shipment;
    readonly state: ShipmentState;
    readonly at: string;
    readonly item: Item;
  },
): void {
  const { shipment, state, at, item } = news;
  const { orderId, shipmentId, customerId, version } = shipment;
  const subject = { aggregateId: orderId, aggregateVersion: version };
  if (state === 'cancelled') {
    work.emit(shipmentCancelled, { ...subject, data: { orderId, customerId, at } }, item);
  } else if (state === 'dispatched') {
    const { carrier, trackingNumber } = shipment;
    const by = { carrier: carrier ?? '', trackingNumber: trackingNumber ?? '' };
    work.emit(shipmentDispatched, { ...subject, data: { orderId, shipmentId, customerId, ...by, at } }, item);
  } else if (state !== 'ready') {
    work.emit(PLAIN[state], { ...subject, data: { orderId, shipmentId, customerId, at } }, item);
  }
}
