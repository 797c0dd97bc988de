import type { ShipmentState, SkuQuantity } from '@evenkeel/contracts';
import type { CustomerId, OrderId, ShipmentId } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import { type Carrier, dueInSeconds, type Parcel, type ParcelState, shipmentIdOf } from '../shipment.js';

export interface ParcelRow {
  readonly orderId: OrderId;
  readonly state: ParcelState;
  readonly customerId: CustomerId | null;
  readonly lines: string | null;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly deliveredAt: Date | null;
  readonly version: number;
  readonly revision: number;
}

const COLUMNS = `order_id::text as "orderId", state, customer_id as "customerId", lines, carrier,
  tracking_number as "trackingNumber", delivered_at as "deliveredAt", version, revision`;

export function toParcel(row: ParcelRow): Parcel {
  const { orderId, state, customerId, lines, carrier, trackingNumber, deliveredAt, version } = row;
  if (state === 'awaited') return { orderId, state, version };
  if (customerId === null) throw new Error(`The parcel of order ${orderId} is for nobody`);
  if (state === 'never') return { orderId, state, customerId, version };
  const packed = JSON.parse(lines ?? '[]') as SkuQuantity[];
  const delivered = deliveredAt !== null;
  return { orderId, state, customerId, lines: packed, carrier, trackingNumber, delivered, version };
}

export const selectParcels = (orders: readonly OrderId[]): Statement => ({
  name: 'shipments-select',
  text: `select ${COLUMNS} from shipments where order_id = any($1::bigint[])`,
  values: [orders],
});

/** Parcels whose carrier's next step is due by the database's clock, locked; those that others have locked are left out. */
export const selectDueForUpdate = (limit: number): Statement => ({
  name: 'shipments-due',
  text: `select ${COLUMNS} from shipments where due_at <= now() order by due_at limit $1 for update skip locked`,
  values: [limit],
});

/** A row if anything is due, whoever may be carrying it just now. */
export const anyDue: Statement = {
  name: 'shipments-any-due',
  text: 'select 1 as due from shipments where due_at <= now() limit 1',
};

export type ShipmentRow = ParcelRow & {
  readonly state: ShipmentState;
  readonly customerId: CustomerId;
  readonly lines: string;
  readonly shipmentId: ShipmentId;
  readonly createdAt: Date;
  readonly dispatchedAt: Date | null;
};

/** Parcels before an order's number, newest first; the marks of what was said before a sale are no parcels. */
export const selectShipmentsBefore = (
  before: string | null,
  limit: number,
  only: { readonly orderId: OrderId | null; readonly state: ShipmentState | null },
): Statement => ({
  text: `select ${COLUMNS}, id as "shipmentId", created_at as "createdAt",
  dispatched_at as "dispatchedAt" from shipments
where lines is not null and ($1::bigint is null or order_id < $1) and ($3::bigint is null or order_id = $3)
  and ($4::text is null or state = $4) order by order_id desc limit $2`,
  values: [before, limit, only.orderId, only.state],
});

const byOrder = (a: Parcel, b: Parcel) => (BigInt(a.orderId) < BigInt(b.orderId) ? -1 : 1);

/** Writes the changed parcels, each only at the revision that it was decided on; a new one only if there is none yet. */
export function saveParcels(
  changed: readonly Parcel[],
  revisions: ReadonlyMap<OrderId, number>,
  carrier: Carrier,
): Statement[] {
  const sorted = [...changed].sort(byOrder);
  const fresh = sorted.filter(({ orderId }) => !revisions.has(orderId));
  const known = sorted.filter(({ orderId }) => revisions.has(orderId));
  const statements: Statement[] = [];
  if (fresh.length > 0) statements.push(insertParcels(fresh, carrier));
  if (known.length > 0) {
    const were = known.map(({ orderId }) => revisions.get(orderId) ?? 0);
    statements.push(updateParcels(known, were, carrier));
  }
  return statements;
}

const insertParcels = (parcels: readonly Parcel[], carrier: Carrier): Statement =>
  mustChange(
    {
      name: 'shipments-insert',
      text: `insert into shipments
  (order_id, state, customer_id, lines, carrier, tracking_number, version, revision, due_at, id)
select n.order_id, n.state, n.customer_id, n.lines, n.carrier, n.tracking_number, n.version, 1,
  now() + make_interval(secs => n.due_in), n.id
from unnest($1::bigint[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::uuid[])
  n(order_id, state, customer_id, lines, carrier, tracking_number, version, due_in, id)
on conflict (order_id) do nothing`,
      values: [...columns(parcels, carrier), parcels.map(({ orderId }) => shipmentIdOf(orderId))],
    },
    parcels.length,
  );

const updateParcels = (parcels: readonly Parcel[], were: readonly number[], carrier: Carrier): Statement =>
  mustChange(
    {
      name: 'shipments-update',
      text: `update shipments s set state = n.state, customer_id = n.customer_id, lines = n.lines, carrier = n.carrier,
  tracking_number = n.tracking_number, version = n.version, revision = n.was + 1,
  due_at = now() + make_interval(secs => n.due_in),
  dispatched_at = case when n.tracking_number is not null then coalesce(s.dispatched_at, now()) end,
  delivered_at = case when n.delivered then coalesce(s.delivered_at, now()) end
from unnest($1::bigint[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::int[],
  $10::boolean[]) n(order_id, state, customer_id, lines, carrier, tracking_number, version, due_in, was, delivered)
where s.order_id = n.order_id and s.revision = n.was`,
      values: [...columns(parcels, carrier), were, parcels.map((p) => 'delivered' in p && p.delivered)],
    },
    parcels.length,
  );

/** One array a column; a step that is not due has no seconds, which makes its time null as well. */
function columns(parcels: readonly Parcel[], carrier: Carrier): unknown[] {
  const whole = parcels.map((parcel) => ({
    customerId: null,
    lines: null,
    carrier: null,
    trackingNumber: null,
    ...parcel,
  }));
  return [
    whole.map((p) => p.orderId),
    whole.map((p) => p.state),
    whole.map((p) => p.customerId),
    whole.map((p) => p.lines && JSON.stringify(p.lines)),
    whole.map((p) => p.carrier),
    whole.map((p) => p.trackingNumber),
    whole.map((p) => p.version),
    whole.map((p) => dueInSeconds(p.state, carrier)),
  ];
}
