import type { Statement } from '@evenkeel/postgres';

/** Sums of everything, each taken from its own table. */
export const selectVitals: Statement = {
  text: `with s as (
  select count(*)::int as skus, coalesce(sum(on_hand), 0)::int as "onHand",
    coalesce(sum(reserved), 0)::int as reserved, coalesce(sum(version), 0)::int as versions,
    count(*) filter (where reserved < 0 or reserved > on_hand)::int as "belowZero"
  from stock),
m as (
  select count(*)::int as movements,
    coalesce(sum(on_hand_delta) filter (where kind = 'supplied'), 0)::int as supplied,
    coalesce(sum(on_hand_delta) filter (where kind = 'adjusted'), 0)::int as adjusted,
    -coalesce(sum(on_hand_delta) filter (where kind = 'confirmed'), 0)::int as sold
  from stock_movements),
v as (
  select coalesce((array_agg(sku))[1:5], '{}') as skipped from (
    select s.sku from stock s left join stock_movements w using (sku)
    group by s.sku, s.version having count(w.sku) <> s.version) u),
o as (
  select coalesce((array_agg(distinct r.order_id::text))[1:5], '{}') as miscast
  from reservations r left join reservation_rounds d using (order_id, round)
  where (r.status = 'HELD') <> (coalesce(d.outcome, '') = 'granted')
    or (r.status = 'CONFIRMED') <> (coalesce(d.outcome, '') in ('confirmed', 'returned'))),
r as (
  select coalesce(sum(quantity) filter (where status = 'HELD'), 0)::int as held,
    coalesce(sum(quantity) filter (where status = 'CONFIRMED'), 0)::int as confirmed,
    coalesce((array_agg(distinct order_id::text) filter (
      where status = 'HELD' and expires_at < now() - interval '3 minutes'))[1:5], '{}') as overdue
  from reservations),
b as (select coalesce(sum(quantity), 0)::int as returned from returns)
select * from s, m, v, o, r, b`,
};
