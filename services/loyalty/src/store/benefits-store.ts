import type { CustomerId, OrderId } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import type { Account, Coupon, Hold, OrderPoints } from '../benefits.js';
import type { Book } from '../book.js';

export const selectAccounts = (customers: readonly CustomerId[]): Statement => ({
  name: 'accounts-select',
  text: `select customer_id as "customerId", available, frozen, version from accounts where customer_id = any($1::uuid[])`,
  values: [customers],
});
export type AccountRow = Account;

export const selectHolds = (orders: readonly OrderId[]): Statement => ({
  name: 'holds-select',
  text: `select order_id::text as "orderId", round, customer_id as "customerId", points, coupon, status, why
from holds where order_id = any($1::bigint[])`,
  values: [orders],
});
export type HoldRow = Hold;

export const selectOrderPoints = (orders: readonly OrderId[]): Statement => ({
  name: 'order-points-select',
  text: `select order_id::text as "orderId", customer_id as "customerId", spent, earned, reversed, returned,
  taken_back as "takenBack", shortfall from order_points where order_id = any($1::bigint[])`,
  values: [orders],
});
export type OrderPointsRow = OrderPoints;

/** Coupons by code, or those that these orders hold. */
export const selectCoupons = (codes: readonly string[], orders: readonly OrderId[]): Statement => ({
  name: 'coupons-select',
  text: `select code, use_limit as "useLimit", uses, coalesce(expires_at <= now(), false) as expired from coupons
where code = any($1::text[]) or code in (select coupon from holds where order_id = any($2::bigint[]))`,
  values: [codes, orders],
});
export type CouponRow = Coupon;

export const selectOpenUses = (customers: readonly CustomerId[]): Statement => ({
  name: 'uses-select',
  text: `select code, customer_id as "customerId" from coupon_uses where open and customer_id = any($1::uuid[])`,
  values: [customers],
});
export type UseRow = { code: string; customerId: CustomerId };

/** Everything that the batch changed, each table in one statement, keys sorted. */
export function saveBook(book: Book): Statement[] {
  const { accounts, holds, orderPoints, coupons, entries, undone } = book.changes();
  const statements: Statement[] = [];
  if (accounts.length > 0) statements.push(saveAccounts(accounts));
  if (entries.length > 0) {
    statements.push({
      name: 'entries-insert',
      text: `insert into entries (id, customer_id, kind, points, balance, order_id)
select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::bigint[])`,
      values: [
        entries.map((e) => e.id),
        entries.map((e) => e.customerId),
        entries.map((e) => e.kind),
        entries.map((e) => e.points),
        entries.map((e) => e.balance),
        entries.map((e) => e.orderId),
      ],
    });
  }
  if (coupons.length > 0) statements.push(countUses(coupons));
  statements.push(...saveHolds(holds));
  statements.push(...saveOrderPoints(orderPoints));
  if (undone.length > 0) statements.push(closeUses(undone));
  return statements;
}

function saveAccounts(changed: ReturnType<Book['changes']>['accounts']): Statement {
  const sorted = [...changed].sort((a, b) => (a.account.customerId < b.account.customerId ? -1 : 1));
  return mustChange(
    {
      name: 'accounts-save',
      text: `insert into accounts as a (customer_id, available, frozen, version)
select c, v, f, n from unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[]) x(c, v, f, n, was)
on conflict (customer_id) do update
set available = excluded.available, frozen = excluded.frozen, version = excluded.version
where a.version = (select was from unnest($1::uuid[], $5::int[]) y(c, was) where y.c = a.customer_id)`,
      values: [
        sorted.map((s) => s.account.customerId),
        sorted.map((s) => s.account.available),
        sorted.map((s) => s.account.frozen),
        sorted.map((s) => s.account.version),
        sorted.map((s) => s.wasVersion),
      ],
    },
    sorted.length,
  );
}

function countUses(changed: ReturnType<Book['changes']>['coupons']): Statement {
  const sorted = [...changed].sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    name: 'coupons-count',
    // The CHECK on the limit fails the whole batch if another process was quicker; it is decided again then.
    text: `update coupons c set uses = c.uses + n.by from unnest($1::text[], $2::int[]) n(code, by) where c.code = n.code`,
    values: [sorted.map((c) => c.code), sorted.map((c) => c.by)],
  };
}

function saveHolds(changed: ReturnType<Book['changes']>['holds']): Statement[] {
  const sorted = [...changed].sort((a, b) => Number(BigInt(a.hold.orderId) - BigInt(b.hold.orderId)));
  const made = sorted.filter(({ was }) => was === null).map(({ hold }) => hold);
  const left = sorted.filter(({ was }) => was !== null).map(({ hold }) => hold);
  const withCoupon = sorted
    .map(({ hold }) => hold)
    .filter(({ coupon, status }) => coupon !== null && status !== 'REFUSED');
  return [
    ...(made.length > 0 ? [insertHolds(made)] : []),
    ...(left.length > 0 ? [updateHolds(left)] : []),
    ...(withCoupon.length > 0 ? [saveUses(withCoupon)] : []),
  ];
}

/** If another process was first with one of them, the batch is decided again. */
const insertHolds = (holds: readonly Hold[]): Statement =>
  mustChange(
    {
      name: 'holds-insert',
      text: `insert into holds (order_id, round, customer_id, points, coupon, status, why)
select * from unnest($1::bigint[], $2::int[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[])
on conflict (order_id, round) do nothing`,
      values: [
        holds.map((h) => h.orderId),
        holds.map((h) => h.round),
        holds.map((h) => h.customerId),
        holds.map((h) => h.points),
        holds.map((h) => h.coupon),
        holds.map((h) => h.status),
        holds.map((h) => h.why),
      ],
    },
    holds.length,
  );

/** A hold leaves HELD exactly once: the second who tries changes nothing and fails the batch. */
const updateHolds = (holds: readonly Hold[]): Statement =>
  mustChange(
    {
      name: 'holds-update',
      text: `update holds h set status = n.status from unnest($1::bigint[], $2::int[], $3::text[]) n(order_id, round, status)
where h.order_id = n.order_id and h.round = n.round and h.status = 'HELD'`,
      values: [holds.map((h) => h.orderId), holds.map((h) => h.round), holds.map((h) => h.status)],
    },
    holds.length,
  );

function saveUses(holds: readonly Hold[]): Statement {
  return {
    name: 'uses-save',
    text: `insert into coupon_uses (order_id, round, code, customer_id, open)
select * from unnest($1::bigint[], $2::int[], $3::text[], $4::uuid[], $5::boolean[])
on conflict (order_id, round) do update set open = excluded.open`,
    values: [
      holds.map((h) => h.orderId),
      holds.map((h) => h.round),
      holds.map((h) => h.coupon),
      holds.map((h) => h.customerId),
      holds.map((h) => h.status === 'HELD' || h.status === 'CONFIRMED'),
    ],
  };
}

function saveOrderPoints(changed: ReturnType<Book['changes']>['orderPoints']): Statement[] {
  const sorted = [...changed].sort((a, b) => Number(BigInt(a.points.orderId) - BigInt(b.points.orderId)));
  const made = sorted.filter(({ isNew }) => isNew).map(({ points }) => points);
  const undone = sorted.filter(({ isNew }) => !isNew).map(({ points }) => points);
  return [
    ...(made.length > 0 ? [insertOrderPoints(made)] : []),
    ...(undone.length > 0 ? [reverseOrderPoints(undone)] : []),
  ];
}

/** A sale and its refund that did not know of each other meet here: the later one is decided again. */
const insertOrderPoints = (rows: readonly OrderPoints[]): Statement =>
  mustChange(
    {
      name: 'order-points-insert',
      text: `insert into order_points
  (order_id, customer_id, spent, earned, reversed, returned, taken_back, shortfall)
select * from unnest($1::bigint[], $2::uuid[], $3::int[], $4::int[], $5::boolean[], $6::int[], $7::int[], $8::int[])
on conflict (order_id) do nothing`,
      values: [
        rows.map((p) => p.orderId),
        rows.map((p) => p.customerId),
        rows.map((p) => p.spent),
        rows.map((p) => p.earned),
        rows.map((p) => p.reversed),
        rows.map((p) => p.returned),
        rows.map((p) => p.takenBack),
        rows.map((p) => p.shortfall),
      ],
    },
    rows.length,
  );

/** An order is undone once. */
const reverseOrderPoints = (rows: readonly OrderPoints[]): Statement =>
  mustChange(
    {
      name: 'order-points-reverse',
      text: `update order_points p set reversed = true, returned = n.returned, taken_back = n.taken_back, shortfall = n.shortfall
from unnest($1::bigint[], $2::int[], $3::int[], $4::int[]) n(order_id, returned, taken_back, shortfall)
where p.order_id = n.order_id and not p.reversed`,
      values: [
        rows.map((p) => p.orderId),
        rows.map((p) => p.returned),
        rows.map((p) => p.takenBack),
        rows.map((p) => p.shortfall),
      ],
    },
    rows.length,
  );

/** Closes the uses of refunded orders, so that their coupons can be used again; not those of a later hold. */
const closeUses = (holds: readonly Hold[]): Statement => ({
  name: 'uses-close',
  text: `update coupon_uses u set open = false from unnest($1::bigint[], $2::int[]) n(order_id, round)
where u.order_id = n.order_id and u.round = n.round`,
  values: [holds.map((h) => h.orderId), holds.map((h) => h.round)],
});
