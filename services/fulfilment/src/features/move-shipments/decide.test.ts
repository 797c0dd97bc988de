import type { CustomerId, OrderId, ShipmentId, Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import type { Shipment } from '../../shipment.js';
import { carry, paid, refunding, stockConfirmed } from './decide.js';

const carrier = { dispatchSeconds: 20, deliverSeconds: 60, returnSeconds: 30 };
const sale = {
  orderId: '42' as OrderId,
  customerId: 'c' as CustomerId,
  shipmentId: 's' as ShipmentId,
  lines: [{ sku: 'CUP' as Sku, quantity: 1 }],
};
const empty: Shipment = {
  ...sale,
  state: 'created',
  carrier: null,
  trackingNumber: null,
  version: 0,
  stockConfirmed: false,
};
const created = paid(undefined, sale, carrier)?.shipment as Shipment;

test('a parcel waits for its stock, in whichever order the two are said', () => {
  expect(created).toMatchObject({ state: 'created', dueIn: null });
  const first = stockConfirmed(created, empty, carrier)?.shipment;
  const mark = stockConfirmed(undefined, empty, carrier)?.shipment;
  const second = paid(mark, sale, carrier)?.shipment;
  for (const parcel of [first, second]) expect(parcel).toMatchObject({ state: 'ready', dueIn: 20 });
});

test('an order that is paid twice has one parcel', () => {
  expect(paid(created, sale, carrier)).toBeNull();
});

test('a refund before the sale leaves a mark, and no parcel is made later', () => {
  const mark = refunding(undefined, empty, carrier);
  expect(mark).toMatchObject({ say: 'cancelled', shipment: { state: 'cancelled', version: 1 } });
  expect(paid(mark?.shipment, sale, carrier)).toBeNull();
});

test('a parcel that the carrier has is asked back, and comes back', () => {
  const ready = stockConfirmed(created, empty, carrier)?.shipment as Shipment;
  const sent = carry(ready, carrier)?.shipment as Shipment;
  const back = refunding(sent, empty, carrier);
  expect(back?.say).toBe('returning');
  expect(carry(back?.shipment as Shipment, carrier)?.say).toBe('returned');
});

test('a parcel whose stock is not confirmed is never handed over', () => {
  expect(carry(created, carrier)).toBeNull();
});
