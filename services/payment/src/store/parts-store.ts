import type { Statement } from '@evenkeel/postgres';

const money = (minor: string, currency: string) =>
  `json_build_object('minor', ${minor}, 'currency', trim(${currency}))`;

/** The attempts and refunds of each order in a range of numbers. */
export const selectParts = (after: string | null, upTo: string | null, limit: number): Statement => ({
  text: `select a.order_id::text as "orderId", json_agg(json_build_object('attemptId', a.id, 'state', a.state,
    'amount', ${money('a.amount', 'a.currency')},
    'taken', case when a.taken is not null then ${money('a.taken', 'a.taken_currency')} end,
    'ageSeconds', extract(epoch from now() - a.opened_at)) order by a.id) as attempts,
  (select coalesce(json_agg(json_build_object('refundId', r.id, 'attemptId', r.attempt_id,
    'amount', ${money('r.amount', 'r.currency')}, 'state', r.state) order by r.seq), '[]')
   from refunds r where r.order_id = a.order_id) as refunds
from attempts a where a.order_id > $1::bigint and ($2::bigint is null or a.order_id <= $2)
group by a.order_id order by a.order_id limit $3`,
  values: [after ?? '0', upTo, limit],
});
