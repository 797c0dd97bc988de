import type { PublishedChange } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';

export type PublishedRow = PublishedChange & { readonly orderId: OrderId };

/** A change that is published again, because nobody answered it, is kept once. */
export const insertChanges = (rows: readonly PublishedRow[]): Statement => ({
  name: 'changes-insert',
  text: `insert into published_changes (order_id, version, type, at, more)
select * from unnest($1::bigint[], $2::int[], $3::text[], $4::timestamptz[], $5::text[])
on conflict (order_id, version) do nothing`,
  values: [
    rows.map((r) => r.orderId),
    rows.map((r) => r.version),
    rows.map((r) => r.type),
    rows.map((r) => r.at),
    rows.map((r) => JSON.stringify(r.more)),
  ],
});

/** The outbox row that told of a change; the change and its row are of one transaction. */
export const selectToldBy = (orderId: OrderId, version: number): Statement => ({
  text: `select o.payload from published_changes c join outbox o on o.type = c.type
  and o.at between c.at - interval '1 minute' and c.at + interval '1 minute'
  and o.payload like '%"aggregateId":"' || c.order_id || '"%'
where c.order_id = $1::bigint and c.version = $2`,
  values: [orderId, version],
});

export interface ChangeRow {
  readonly orderId: OrderId;
  readonly version: number;
  readonly type: string;
  readonly at: Date;
  readonly more: string;
}

/** All that was published of these orders, each in the order of its versions. */
export const selectChanges = (orders: readonly OrderId[]): Statement => ({
  text: `select order_id::text as "orderId", version, type, at, more from published_changes
where order_id = any($1::bigint[]) order by order_id, version`,
  values: [orders],
});
