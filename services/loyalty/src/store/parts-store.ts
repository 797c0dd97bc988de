import type { Statement } from '@evenkeel/postgres';

/** What each order in a range of numbers earned, as it was decided and as the entries of its customer have it. */
export const selectParts = (after: string | null, upTo: string | null, limit: number): Statement => ({
  text: `select p.order_id::text as "orderId", p.customer_id as "customerId", p.earned, p.taken_back as "takenBack",
  (select coalesce(sum(e.points), 0)::int from entries e where e.customer_id = p.customer_id
     and e.order_id = p.order_id and e.kind in ('earned', 'taken-back')) as entered
from order_points p where p.order_id > $1::bigint and ($2::bigint is null or p.order_id <= $2)
order by p.order_id limit $3`,
  values: [after ?? '0', upTo, limit],
});
