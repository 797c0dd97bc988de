import { type ActionOutput, type listSoldDays, orderPaid, orderRefunded } from '@evenkeel/contracts';
import type { Statement } from '@evenkeel/postgres';

/** Of the published changes of one order: the day on which it was paid, by the event that said so. */
export const SOLD_ON = `max(left(more::json ->> 'paidAt', 10)) filter (where type = '${orderPaid.type}')`;

export type SoldDays = ActionOutput<typeof listSoldDays>;

/** Every day and currency with the sums of the next orders after a number, all of one moment. */
export const selectSoldDays = (after: string | null, orders: number): Statement => ({
  text: `with page as (select id, facts from orders where id > $1::bigint order by id limit $2),
sold as (
  select order_id, ${SOLD_ON} as day,
    max((more::json -> 'refunded' ->> 'minor')::bigint) filter (where type = '${orderRefunded.type}') as refunded
  from page join published_changes on order_id = id group by order_id),
days as (
  select day, currency, count(*) as orders, sum(units) as units, sum(gross) as gross,
    coalesce(sum(refunded), 0) as refunded
  from sold join page on id = order_id cross join lateral (
    select price ->> 'currency' as currency, (price ->> 'total')::bigint as gross,
      (select sum((line ->> 'quantity')::int) from json_array_elements(lines) line) as units
    from json_to_record(facts::json) as f(price json, lines json)) f
  where day is not null group by day, currency)
select (select coalesce(json_agg(days order by day, currency), '[]') from days) as days,
  (select max(id)::text from page having count(*) = $2) as next`,
  values: [after ?? '0', orders],
});
