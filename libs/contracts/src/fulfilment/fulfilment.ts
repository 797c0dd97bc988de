import { z } from 'zod';
import { defineQuery } from '../registry/action.js';
import { defineEvent } from '../registry/define.js';
import { NUMBER_CURSOR, pageOf, pageRequestAfter } from '../shared/paging.js';
import { customerId, instant, orderId, shipmentId, skuQuantity } from '../shared/values.js';

export const SHIPMENT_STATES = [
  'created',
  'ready',
  'dispatched',
  'delivered',
  'cancelled',
  'returning',
  'returned',
] as const;
export const shipmentState = z.enum(SHIPMENT_STATES);
export type ShipmentState = z.infer<typeof shipmentState>;

const about = { orderId, shipmentId, customerId };

export const shipmentCreated = defineEvent('fulfilment.shipment-created', {
  summary: 'The parcel of a paid order is being packed; the carrier gets it once its stock is confirmed.',
  data: z.object({ ...about, at: instant }),
});

export const shipmentDispatched = defineEvent('fulfilment.shipment-dispatched', {
  summary: 'The carrier has the parcel.',
  data: z.object({ ...about, carrier: z.string(), trackingNumber: z.string(), at: instant }),
});

export const shipmentDelivered = defineEvent('fulfilment.shipment-delivered', {
  summary: 'The parcel was delivered.',
  data: z.object({ ...about, at: instant }),
});

export const shipmentCancelled = defineEvent('fulfilment.shipment-cancelled', {
  summary:
    'The order is being refunded and the carrier never got the parcel: the goods go back to the shelf.',
  data: z.object({ orderId, customerId, at: instant }),
});

export const shipmentReturning = defineEvent('fulfilment.shipment-returning', {
  summary:
    'The order is being refunded while the parcel is with the carrier or the shopper; it is asked back.',
  data: z.object({ ...about, at: instant }),
});

export const shipmentReturned = defineEvent('fulfilment.shipment-returned', {
  summary: 'The parcel of a refunded order came back.',
  data: z.object({ ...about, at: instant }),
});

export const shipment = z.object({
  ...about,
  state: shipmentState,
  lines: z.array(skuQuantity),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  createdAt: instant,
  dispatchedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  version: z.int(),
});

export const listShipments = defineQuery('fulfilment.list-shipments', {
  access: 'internal',
  summary: 'Shipments, newest first; of one order, of one state, or all.',
  input: pageRequestAfter(NUMBER_CURSOR).extend({
    orderId: orderId.nullish(),
    state: shipmentState.nullish(),
  }),
  output: pageOf(shipment),
});

export const fulfilmentEvents = [
  shipmentCreated,
  shipmentDispatched,
  shipmentDelivered,
  shipmentCancelled,
  shipmentReturning,
  shipmentReturned,
] as const;
export const fulfilmentActions = [listShipments] as const;
