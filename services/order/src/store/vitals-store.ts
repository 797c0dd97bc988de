import type { Statement } from '@evenkeel/postgres';

/** The fifth repetition of a step comes about seven minutes after the first. */
const REPEATED_TOO_OFTEN = 5;

/** How many orders there are, and those that nobody looks after, by the database's clock. */
export const selectVitals: Statement = {
  text: `select count(*)::int as orders, coalesce(sum(version), 0)::bigint as versions,
  coalesce((array_agg(id::text) filter (where deadline_at < now() - interval '1 minute'
    or case when deadline_at is not null then (progress::json ->> 'attempts')::int >= $1 end))[1:5], '{}') as stuck,
  (select count(*)::int from published_changes) as changes,
  coalesce((select (array_agg(order_id::text))[1:5] from (
    select order_id from idempotency_keys where operation = 'place-order' and order_id is not null
    group by order_id having count(*) > 1) k), '{}') as "twoKeys",
  coalesce((select (array_agg(distinct k.order_id::text))[1:5] from idempotency_keys k where k.order_id is not null
    and not exists (select from orders o where o.id = k.order_id)), '{}') as undone
from order_states`,
  values: [REPEATED_TOO_OFTEN],
};
