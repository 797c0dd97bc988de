import type { Statement } from '@evenkeel/postgres';

/** Holds past their expiry, oldest first, by the database's clock. */
export const selectOverdueHolds = (limit: number): Statement => ({
  name: 'holds-overdue',
  text: `select distinct order_id::text as "orderId", round from reservations
where status = 'HELD' and expires_at < now() limit $1`,
  values: [limit],
});

export const selectMovements = (sku: string): Statement => ({
  text: `select kind, on_hand_delta as "onHandDelta", reserved_delta as "reservedDelta", order_id::text as "orderId",
  reason, version, at from stock_movements where sku = $1 order by version desc limit 100`,
  values: [sku],
});

export const selectReservationsAfter = (
  after: { readonly orderId: string; readonly round: string; readonly sku: string } | null,
  limit: number,
  only: { readonly orderId: string | null; readonly status: string | null },
): Statement => ({
  text: `select r.order_id::text as "orderId", r.round, r.sku, r.quantity, r.status,
  case when x.outcome = 'returned' then r.quantity else 0 end as returned, r.expires_at as "expiresAt"
from reservations r join reservation_rounds x using (order_id, round)
where (r.order_id, r.round, r.sku) > ($1::bigint, $2::int, $3::text)
  and ($5::bigint is null or r.order_id = $5) and ($6::text is null or r.status = $6)
order by r.order_id, r.round, r.sku limit $4`,
  values: [after?.orderId ?? '0', after?.round ?? 0, after?.sku ?? '', limit, only.orderId, only.status],
});

export const selectStockAfter = (after: string | null, limit: number): Statement => ({
  text: `select s.sku, s.on_hand as "onHand", s.reserved, s.version, s.supplied, s.adjusted,
  coalesce(r.held, 0)::int as held, coalesce(r.confirmed, 0)::int as confirmed,
  coalesce(r.returned, 0)::int as returned, coalesce(m.movements, 0)::int as movements
from (select * from stock where sku > $1 order by sku limit $2) s
left join lateral (
  select sum(quantity) filter (where status = 'HELD') as held,
    sum(quantity) filter (where status = 'CONFIRMED') as confirmed,
    sum(quantity) filter (where status = 'CONFIRMED' and x.outcome = 'returned') as returned
  from reservations q join reservation_rounds x using (order_id, round) where q.sku = s.sku) r on true
left join lateral (select count(*) as movements from stock_movements v where v.sku = s.sku) m on true
order by s.sku`,
  values: [after ?? '', limit],
});
