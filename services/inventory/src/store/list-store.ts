import type { Stock } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';
import type { RoundId } from '../reservation.js';

/** Pieces sold and not returned, by SKU, from the movements themselves. */
export const selectSold = (skus: readonly Sku[]): Statement => ({
  name: 'movements-sold',
  text: `select sku, -sum(on_hand_delta)::int as sold from stock_movements
where sku = any($1::text[]) and kind in ('confirmed', 'returned') group by sku`,
  values: [skus],
});

export type MovementRow = Omit<Stock['movements'][number], 'at'> & { readonly sku: Sku; readonly at: Date };

/** The latest movements of each SKU, newest first. */
export const selectMovements = (skus: readonly Sku[], limit: number): Statement => ({
  name: 'movements-latest',
  text: `select m.sku, m.kind, m.on_hand_delta as "onHandDelta", m.reserved_delta as "reservedDelta",
  m.order_id::text as "orderId", m.reason, m.version, m.at
from unnest($1::text[]) n(sku) cross join lateral (
  select * from stock_movements v where v.sku = n.sku order by v.version desc limit $2) m
order by m.sku, m.version desc`,
  values: [skus, limit],
});

/** Rounds that hold something, by order number, with whether the hold is overdue by the database's clock. */
export interface HeldRow extends RoundId {
  readonly due: boolean;
  readonly dueForAnHour: boolean;
}

export const selectHeld = (after: RoundId, limit: number): Statement => ({
  name: 'reservations-held',
  text: `select order_id::text as "orderId", round, min(expires_at) < now() as due,
  min(expires_at) < now() - interval '1 hour' as "dueForAnHour"
from reservations where status = 'HELD' and (order_id, round) > ($1::bigint, $2::int)
group by order_id, round order by order_id, round limit $3`,
  values: [after.orderId, after.round, limit],
});

export interface ReservationCursor extends RoundId {
  readonly sku: Sku;
}

export const selectReservationsAfter = (
  after: ReservationCursor | null,
  limit: number,
  only: { readonly orderId: OrderId | null; readonly status: string | null },
): Statement => ({
  text: `select r.order_id::text as "orderId", r.round, r.sku, r.quantity, r.status,
  coalesce(b.quantity, 0) as returned, r.expires_at as "expiresAt"
from reservations r left join returns b using (order_id, round, sku)
where (r.order_id, r.round, r.sku) > ($1::bigint, $2::int, $3::text)
  and ($5::bigint is null or r.order_id = $5) and ($6::text is null or r.status = $6)
order by r.order_id, r.round, r.sku limit $4`,
  values: [after?.orderId ?? '0', after?.round ?? 0, after?.sku ?? '', limit, only.orderId, only.status],
});

/** A page of stock rows, each with sums that were taken elsewhere: what a check can hold against the row. */
export const selectStockAfter = (
  after: string | null,
  limit: number,
  skus: readonly Sku[] | null,
): Statement => ({
  text: `with page as (
  select * from stock where sku > $1 and ($3::text[] is null or sku = any($3)) order by sku limit $2),
moved as (
  select sku, count(*)::int as movements,
    coalesce(sum(on_hand_delta) filter (where kind = 'supplied'), 0)::int as supplied,
    coalesce(sum(on_hand_delta) filter (where kind = 'adjusted'), 0)::int as adjusted
  from stock_movements where sku in (select sku from page) group by sku),
taken as (
  select sku, coalesce(sum(quantity) filter (where status = 'HELD'), 0)::int as held,
    coalesce(sum(quantity) filter (where status = 'CONFIRMED'), 0)::int as confirmed
  from reservations where sku in (select sku from page) group by sku),
back as (select sku, sum(quantity)::int as returned from returns where sku in (select sku from page) group by sku)
select p.sku, p.on_hand as "onHand", p.reserved, p.version, coalesce(m.movements, 0) as movements,
  coalesce(m.supplied, 0) as supplied, coalesce(m.adjusted, 0) as adjusted, coalesce(t.held, 0) as held,
  coalesce(t.confirmed, 0) as confirmed, coalesce(b.returned, 0) as returned
from page p left join moved m using (sku) left join taken t using (sku) left join back b using (sku)
order by p.sku`,
  values: [after ?? '', limit, skus],
});
