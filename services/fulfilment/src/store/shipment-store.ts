import type { ShipmentState, SkuQuantity } from '@evenkeel/contracts';
import type { CustomerId, OrderId, ShipmentId } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import type { Shipment } from '../shipment.js';

export interface ShipmentRow {
  readonly orderId: OrderId;
  readonly shipmentId: ShipmentId;
  readonly customerId: CustomerId;
  readonly state: ShipmentState;
  readonly lines: string;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly version: number;
  readonly stockConfirmed: boolean;
  readonly createdAt: Date;
}

const COLUMNS = `order_id::text as "orderId", id as "shipmentId", customer_id as "customerId", state, lines, carrier,
  tracking_number as "trackingNumber", version, stock_confirmed as "stockConfirmed", created_at as "createdAt"`;

export const toShipment = ({ lines, createdAt: _, ...row }: ShipmentRow): Shipment => ({
  ...row,
  lines: JSON.parse(lines) as SkuQuantity[],
});

export const selectShipments = (orders: readonly OrderId[]): Statement => ({
  name: 'shipments-select',
  text: `select ${COLUMNS} from shipments where order_id = any($1::bigint[])`,
  values: [orders],
});

/** Parcels whose carrier's next step is due, by the database's clock. */
export const selectDue = (limit: number): Statement => ({
  name: 'shipments-due',
  text: `select order_id::text as "orderId" from shipments where due_at <= now() order by due_at limit $1`,
  values: [limit],
});

export const selectShipmentsBefore = (
  before: string | null,
  limit: number,
  only: { readonly orderId: string | null; readonly state: string | null },
): Statement => ({
  text: `select ${COLUMNS} from shipments
where version > 0 and ($1::bigint is null or order_id < $1) and ($3::bigint is null or order_id = $3)
  and ($4::text is null or state = $4) order by order_id desc limit $2`,
  values: [before, limit, only.orderId, only.state],
});

export interface Changed {
  readonly shipment: Shipment;
  /** As it was read; null for a new one. */
  readonly before: Shipment | null;
}

/** Writes all changed parcels, each only if it is still as it was read. */
export function saveShipments(changed: readonly Changed[]): Statement {
  const sorted = [...changed].sort((a, b) =>
    BigInt(a.shipment.orderId) < BigInt(b.shipment.orderId) ? -1 : 1,
  );
  const rows = sorted.map(({ shipment }) => shipment);
  return mustChange(
    {
      name: 'shipments-save',
      text: `insert into shipments as x
  (order_id, id, customer_id, state, lines, carrier, tracking_number, version, stock_confirmed, due_at)
select o, i, c, s, l, a, t, v, k, now() + make_interval(secs => d)
from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
  $9::boolean[], $10::int[]) n(o, i, c, s, l, a, t, v, k, d)
on conflict (order_id) do update set id = excluded.id, customer_id = excluded.customer_id, state = excluded.state,
  lines = excluded.lines, carrier = excluded.carrier, tracking_number = excluded.tracking_number,
  version = excluded.version, stock_confirmed = excluded.stock_confirmed, due_at = excluded.due_at
where (x.version, x.stock_confirmed) = (
  select w, b from unnest($1::bigint[], $11::int[], $12::boolean[]) y(o, w, b) where y.o = x.order_id)`,
      values: [
        rows.map((r) => r.orderId),
        rows.map((r) => r.shipmentId),
        rows.map((r) => r.customerId),
        rows.map((r) => r.state),
        rows.map((r) => JSON.stringify(r.lines)),
        rows.map((r) => r.carrier),
        rows.map((r) => r.trackingNumber),
        rows.map((r) => r.version),
        rows.map((r) => r.stockConfirmed),
        rows.map((r) => r.dueIn ?? null),
        sorted.map(({ before }) => before?.version ?? -1),
        sorted.map(({ before }) => before?.stockConfirmed ?? false),
      ],
    },
    sorted.length,
  );
}
