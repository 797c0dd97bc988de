import type { Statement } from '@evenkeel/postgres';

/**
 * What each order in a range of numbers earned, as it was decided and as the entries of its customer have it, and what
 * is held for it.
 */
export const selectParts = (after: string | null, upTo: string | null, limit: number): Statement => ({
  text: `with page as (
  select order_id, customer_id from order_points where order_id > $1::bigint and ($2::bigint is null or order_id <= $2)
  union select order_id, min(customer_id::text)::uuid from holds h
  where order_id > $1::bigint and ($2::bigint is null or order_id <= $2)
    and not exists (select from order_points p where p.order_id = h.order_id) group by order_id
  order by order_id limit $3)
select n.order_id::text as "orderId", n.customer_id as "customerId", coalesce(p.earned, 0) as earned,
  coalesce(p.taken_back, 0) as "takenBack",
  (select coalesce(sum(e.points), 0)::int from entries e where e.customer_id = n.customer_id
     and e.order_id = n.order_id and e.kind in ('earned', 'taken-back')) as entered,
  (select coalesce(sum(h.points), 0)::int from holds h where h.order_id = n.order_id and h.status = 'HELD') as held,
  (select min(u.code) from coupon_uses u where u.order_id = n.order_id and u.open) as coupon
from page n left join order_points p using (order_id) order by n.order_id`,
  values: [after ?? '0', upTo, limit],
});
