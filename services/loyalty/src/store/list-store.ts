import type { OrderId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';
import type { Entry, OrderPoints } from '../benefits.js';

/** Accounts after a customer, with the number and the sum of their entries beside what the row says. */
export const selectAccountsAfter = (
  after: string | null,
  limit: number,
  customerId: string | null,
): Statement => ({
  text: `select a.customer_id as "customerId", a.available, a.frozen, a.version, e.*
from accounts a cross join lateral (
  select count(*)::int as "entriesCount", coalesce(sum(points), 0)::int as "entriesSum"
  from entries e where e.customer_id = a.customer_id) e
where ($1::uuid is null or a.customer_id > $1) and ($3::uuid is null or a.customer_id = $3)
order by a.customer_id limit $2`,
  values: [after, limit, customerId],
});

export const selectHoldsAfter = (
  after: { readonly orderId: string; readonly round: number } | null,
  limit: number,
  orderId: string | null,
): Statement => ({
  text: `select h.order_id::text as "orderId", h.round, h.customer_id as "customerId", h.points, h.coupon, h.status,
  coalesce(p.earned, 0) as earned, coalesce(p.reversed, false) as reversed, h.at
from holds h left join order_points p on p.order_id = h.order_id
where (h.order_id, h.round) > ($1::bigint, $2::int) and ($4::bigint is null or h.order_id = $4)
order by h.order_id, h.round limit $3`,
  values: [after?.orderId ?? '0', after?.round ?? 0, limit, orderId],
});

export type OrderPointsRow = Pick<OrderPoints, 'orderId' | 'earned' | 'takenBack'>;

/** Orders that were told to have moved points; a mark that a refund left before its sale is none. */
export const selectOrderPointsAfter = (after: OrderId | null, limit: number): Statement => ({
  text: `select order_id::text as "orderId", earned, taken_back as "takenBack" from order_points
where order_id > $1::bigint and (spent > 0 or earned > 0) order by order_id limit $2`,
  values: [after ?? '0', limit],
});

export type EntryRow = Omit<Entry, 'at'> & { readonly at: Date };

/** Ids are UUIDv7: their order is that of the entries. */
export const selectEntriesAfter = (
  after: string | null,
  limit: number,
  customerId: string | null,
): Statement => ({
  text: `select id, customer_id as "customerId", kind, points, balance, order_id::text as "orderId", at from entries
where ($1::uuid is null or id > $1) and ($3::uuid is null or customer_id = $3) order by id limit $2`,
  values: [after, limit, customerId],
});

export const selectCouponsAfter = (after: string | null, limit: number): Statement => ({
  text: `select code, terms, uses from coupons where ($1::text is null or code > $1) order by code limit $2`,
  values: [after, limit],
});
