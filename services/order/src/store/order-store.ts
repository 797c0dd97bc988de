import type { OrderFacts } from '@evenkeel/contracts';
import type { CustomerId, OrderId } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import type { Order, Progress } from '../order.js';

/** An order as it was read, with the revision that a write must still find. */
export interface StoredOrder {
  readonly order: Order;
  readonly revision: number;
}

export interface OrderRow {
  readonly id: string;
  readonly customer_id: string;
  readonly facts: string;
  readonly progress: string;
  readonly revision: number;
}

const COLUMNS = 'o.id::text as id, o.customer_id, o.facts, s.progress, s.revision';

export const selectOrders = (ids: readonly OrderId[]): Statement => ({
  name: 'orders-select',
  text: `select ${COLUMNS} from order_states s join orders o on o.id = s.id where s.id = any($1::bigint[])`,
  values: [ids],
});

/** Orders after a number, in the order of their numbers. */
export const selectOrdersAfter = (after: OrderId | null, limit: number): Statement => ({
  name: 'orders-after',
  text: `select ${COLUMNS} from orders o join order_states s on s.id = o.id
where o.id > $1::bigint order by o.id limit $2`,
  values: [after ?? '0', limit],
});

/** Orders before a number, newest first, of one state or past their deadline. */
export const selectOrdersBefore = (
  before: OrderId | null,
  limit: number,
  only: { readonly state: string | null; readonly stuck: boolean },
): Statement => ({
  text: `select ${COLUMNS} from orders o join order_states s on s.id = o.id
where ($1::bigint is null or o.id < $1::bigint) and ($3::text is null or s.state = $3)
  and (not $4::boolean or s.deadline_at < now() - interval '30 seconds')
order by o.id desc limit $2`,
  values: [before, limit, only.state, only.stuck],
});

export function toStoredOrder(row: OrderRow): StoredOrder {
  const facts = JSON.parse(row.facts) as OrderFacts;
  return {
    // The owner may have changed since the order was placed: a guest signed in.
    order: {
      facts: { ...facts, customerId: row.customer_id as CustomerId },
      progress: JSON.parse(row.progress) as Progress,
    },
    revision: row.revision,
  };
}

export function insertOrders(orders: readonly Order[]): Statement[] {
  const ids = orders.map((o) => o.facts.orderId);
  const progress = orders.map((o) => o.progress);
  return [
    {
      name: 'orders-insert',
      text: 'insert into orders (id, customer_id, facts) select * from unnest($1::bigint[], $2::uuid[], $3::text[])',
      values: [ids, orders.map((o) => o.facts.customerId), orders.map((o) => JSON.stringify(o.facts))],
    },
    {
      name: 'states-insert',
      text: `insert into order_states (id, state, version, revision, deadline_at, progress)
select i, s, v, 1, d, p from unnest($1::bigint[], $2::text[], $3::int[], $4::timestamptz[], $5::text[]) n(i, s, v, d, p)`,
      values: [
        ids,
        progress.map((p) => p.state),
        progress.map((p) => p.version),
        progress.map((p) => p.deadlineAt),
        progress.map((p) => JSON.stringify(p)),
      ],
    },
  ];
}

/** Writes every order back, if nobody else has since it was read. */
export function updateOrders(orders: readonly StoredOrder[]): Statement {
  const sorted = [...orders].sort((a, b) => compareIds(a.order.facts.orderId, b.order.facts.orderId));
  const progress = sorted.map((o) => o.order.progress);
  return mustChange(
    {
      name: 'states-update',
      text: `update order_states s
set state = n.st, version = n.v, revision = n.r + 1, deadline_at = n.d, progress = n.p
from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::timestamptz[], $6::text[]) n(i, r, st, v, d, p)
where s.id = n.i and s.revision = n.r`,
      values: [
        sorted.map((o) => o.order.facts.orderId),
        sorted.map((o) => o.revision),
        progress.map((p) => p.state),
        progress.map((p) => p.version),
        progress.map((p) => p.deadlineAt),
        progress.map((p) => JSON.stringify(p)),
      ],
    },
    sorted.length,
  );
}

function compareIds(a: OrderId, b: OrderId): number {
  const [x, y] = [BigInt(a), BigInt(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Unfinished orders from a number on, oldest first, with whether their deadline has passed: the sweeper's walk. */
export const selectOpenOrders = (from: string, limit: number): Statement => ({
  name: 'states-open',
  text: `select id::text as id, deadline_at is not null and deadline_at < now() as due
from order_states where id >= $1::bigint and deadline_at is not null order by id limit $2`,
  values: [from, limit],
});

/** Hands the orders and keys of a guest over to the customer who signed in. */
export const mergeGuests = (pairs: readonly { guestId: string; customerId: string }[]): Statement[] => {
  const values = [pairs.map((p) => p.guestId), pairs.map((p) => p.customerId)];
  return [
    {
      name: 'orders-merge',
      text: `update orders o set customer_id = n.c from unnest($1::uuid[], $2::uuid[]) n(g, c) where o.customer_id = n.g`,
      values,
    },
    {
      name: 'keys-merge',
      text: `update idempotency_keys k set caller = n.c from unnest($1::uuid[], $2::uuid[]) n(g, c)
where k.caller = n.g and not exists (
  select 1 from idempotency_keys x where x.caller = n.c and x.operation = k.operation and x.key = k.key)`,
      values,
    },
  ];
};

export const selectHasBought = (customerId: string, productId: string): Statement => ({
  text: `select exists (
  select 1 from orders o join order_states s on s.id = o.id
  where o.customer_id = $1 and s.state in ('paid', 'fulfilling', 'completed')
    and o.facts::jsonb -> 'lines' @> jsonb_build_array(jsonb_build_object('productId', $2::text))) as bought`,
  values: [customerId, productId],
});
