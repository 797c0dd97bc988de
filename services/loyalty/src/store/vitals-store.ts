import type { Statement } from '@evenkeel/postgres';

/** Sums of everything, each taken from its own table. */
export const selectVitals: Statement = {
  text: `with a as (
  select count(*)::int as wallets, coalesce(sum(available), 0)::int as available,
    coalesce(sum(frozen), 0)::int as frozen,
    count(*) filter (where available < 0 or frozen < 0)::int as "belowZero"
  from accounts),
e as (select coalesce(sum(points), 0)::int as entries from entries),
h as (select coalesce(sum(points), 0)::int as held from holds where status = 'HELD'),
c as (
  select coalesce((array_agg(code))[1:5], '{}') as miscounted from coupons c
  where uses > coalesce(use_limit, uses)
    or uses <> (select count(*) from coupon_uses u where u.code = c.code and u.open)),
d as (
  select coalesce((array_agg(customer_id::text))[1:5], '{}') as drifted
  from accounts a left join (select customer_id, sum(points) as points from entries group by 1) s using (customer_id)
  where a.available <> coalesce(s.points, 0)),
t as (
  select coalesce((array_agg(customer_id::text || ' of ' || code))[1:5], '{}') as "usedTwice" from (
    select customer_id, code from coupon_uses where open group by 1, 2 having count(*) > 1) w)
select * from a, e, h, c, d, t`,
};
