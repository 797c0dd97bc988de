import type { Statement } from '@evenkeel/postgres';

/** The reservations of each order in a range of numbers. */
export const selectParts = (after: string | null, upTo: string | null, limit: number): Statement => ({
  text: `select r.order_id::text as "orderId", json_agg(json_build_object('round', r.round, 'sku', r.sku,
  'quantity', r.quantity, 'status', r.status, 'returned', coalesce(b.quantity, 0)) order by r.round, r.sku) as rows
from reservations r left join returns b using (order_id, round, sku)
where r.order_id > $1::bigint and ($2::bigint is null or r.order_id <= $2)
group by r.order_id order by r.order_id limit $3`,
  values: [after ?? '0', upTo, limit],
});
