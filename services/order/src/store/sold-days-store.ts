import { orderPaid, orderRefunded } from '@evenkeel/contracts';
import type { Statement } from '@evenkeel/postgres';

/** Of the published changes of one order: the day on which it was paid, by the event that said so. */
export const SOLD_ON = `max(left(more::json ->> 'paidAt', 10)) filter (where type = '${orderPaid.type}')`;

/** Every day and currency after a `day/currency` with the sums of its orders, all of one moment. */
export const selectSoldDays = (after: string | null, limit: number): Statement => ({
  text: `with sold as (
  select order_id, ${SOLD_ON} as day,
    max((more::json -> 'refunded' ->> 'minor')::bigint) filter (where type = '${orderRefunded.type}') as refunded
  from published_changes group by order_id)
select day, currency, count(*)::int as orders, sum(units)::int as units, sum(gross)::bigint as gross,
  coalesce(sum(refunded), 0)::bigint as refunded
from sold join orders on id = order_id cross join lateral (
  select price ->> 'currency' as currency, (price ->> 'total')::bigint as gross,
    (select sum((line ->> 'quantity')::int) from json_array_elements(lines) line) as units
  from json_to_record(facts::json) as f(price json, lines json)) f
where day is not null group by day, currency
having $1::text is null or day || '/' || currency > $1 order by day || '/' || currency limit $2`,
  values: [after, limit],
});
