import type { Statement } from '@evenkeel/postgres';

/** What the books hold of each order in a range of numbers. */
export const selectParts = (after: string | null, upTo: string | null, limit: number): Statement => ({
  text: `with page as (
  select order_id, array_agg(kind order by kind) as kinds from journals
  where order_id > $1::bigint and ($2::bigint is null or order_id <= $2)
  group by order_id order by order_id limit $3),
sums as (
  select j.order_id, e.account, j.currency, sum(e.amount)::bigint as balance
  from journals j join entries e on e.journal_id = j.id
  where j.order_id in (select order_id from page) group by 1, 2, 3)
select p.order_id::text as "orderId", p.kinds, (select coalesce(json_agg(json_build_object('account', s.account,
  'currency', s.currency, 'balance', s.balance)), '[]') from sums s where s.order_id = p.order_id) as balances
from page p order by p.order_id`,
  values: [after ?? '0', upTo, limit],
});
