import type { AttemptState } from '@evenkeel/contracts';
import type { AttemptId, CorrelationId, Currency, OrderId } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import { type Attempt, originOf } from '../attempt.js';

export interface AttemptRow {
  readonly id: AttemptId;
  readonly order_id: OrderId;
  readonly state: AttemptState;
  readonly amount: number;
  readonly currency: Currency;
  readonly token: string | null;
  readonly wants_void: boolean;
  readonly taken: number | null;
  readonly taken_currency: Currency | null;
  readonly refunded: number;
  readonly bank_reference: string | null;
  readonly queries: number;
  readonly next_query_at: Date | null;
  readonly correlation_id: CorrelationId;
  readonly run_id: string | null;
  readonly version: number;
  readonly revision: number;
  readonly opened_at: Date;
  readonly in_doubt_at: Date | null;
}

const COLUMNS = `id, order_id::text as order_id, state, amount, currency, token, wants_void, taken, taken_currency,
  refunded, bank_reference, queries, next_query_at, correlation_id, run_id, version, revision,
  opened_at, in_doubt_at`;

export const toAttempt = (row: AttemptRow): Attempt => ({
  attemptId: row.id,
  orderId: row.order_id,
  state: row.state,
  amount: { minor: row.amount, currency: row.currency },
  token: row.token,
  wantsVoid: row.wants_void,
  doubted: row.in_doubt_at !== null,
  taken: row.taken === null ? null : { minor: row.taken, currency: row.taken_currency ?? row.currency },
  refunded: row.refunded,
  bankReference: row.bank_reference,
  queries: row.queries,
  // Only a step sets it anew; written rows keep what they have unless one does.
  askInMs: row.next_query_at === null ? null : 0,
  origin: originOf(row.correlation_id, row.run_id),
  version: row.version,
  revision: row.revision,
});

/** Attempts by id, and those of these orders beside which no other may begin. */
export const selectAttempts = (ids: readonly AttemptId[], openOf: readonly OrderId[]): Statement => ({
  name: 'attempts-select',
  text: `select ${COLUMNS} from attempts where id = any($1::uuid[])
union all select ${COLUMNS} from attempts
where order_id = any($2::bigint[]) and state not in ('declined', 'voided', 'amount-mismatch')`,
  values: [ids, openOf],
});

/** Open attempts whose time to ask has come, by the database's clock; the longest overdue first. */
export const selectDueAttempts = (limit: number): Statement => ({
  name: 'attempts-due',
  text: `select ${COLUMNS} from attempts where next_query_at <= now() order by next_query_at limit $1`,
  values: [limit],
});

/** Attempts before a place, those of the newest orders first. */
export const selectAttemptsBefore = (
  before: { readonly orderId: string; readonly id: string } | null,
  limit: number,
  only: { readonly state: string | null; readonly orderId: string | null },
): Statement => ({
  text: `select ${COLUMNS} from attempts
where ($1::bigint is null or (order_id, id) < ($1::bigint, $2::uuid))
  and ($4::text is null or state = $4) and ($5::bigint is null or order_id = $5::bigint)
order by order_id desc, id desc limit $3`,
  values: [before?.orderId ?? null, before?.id ?? null, limit, only.state, only.orderId],
});

export interface DoubtRow {
  readonly attemptId: AttemptId;
  readonly orderId: OrderId;
  readonly since: Date;
}

export const selectDoubtsAfter = (after: string | null, limit: number): Statement => ({
  text: `select id as "attemptId", order_id::text as "orderId", in_doubt_at as since from attempts
where in_doubt_at is not null and ($1::uuid is null or id > $1) order by id limit $2`,
  values: [after, limit],
});

const inMs = (column: string) => `now() + ${column} * interval '1 millisecond'`;

export function insertAttempts(added: readonly Attempt[]): Statement {
  const attempts = [...added].sort((a, b) => (a.attemptId < b.attemptId ? -1 : 1));
  return {
    name: 'attempts-insert',
    text: `insert into attempts
  (id, order_id, state, amount, currency, token, wants_void, next_query_at, correlation_id, run_id, version)
select i, o, s, a, c, t, w, ${inMs('q')}, r, e, v
from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::boolean[], $8::int[],
  $9::text[], $10::text[], $11::int[]) n(i, o, s, a, c, t, w, q, r, e, v)`,
    values: [
      attempts.map((a) => a.attemptId),
      attempts.map((a) => a.orderId),
      attempts.map((a) => a.state),
      attempts.map((a) => a.amount.minor),
      attempts.map((a) => a.amount.currency),
      attempts.map((a) => a.token),
      attempts.map((a) => a.wantsVoid),
      attempts.map((a) => a.askInMs),
      attempts.map((a) => a.origin.correlationId),
      attempts.map((a) => a.origin.runId ?? null),
      attempts.map((a) => a.version),
    ],
  };
}

/** Writes attempts back, each only if nobody has since it was read. */
export function updateAttempts(changed: readonly Attempt[]): Statement {
  const next = [...changed].sort((a, b) => (a.attemptId < b.attemptId ? -1 : 1));
  return mustChange(
    {
      name: 'attempts-update',
      text: `update attempts a set state = n.s, token = n.t, wants_void = n.w, taken = n.m, taken_currency = n.c,
  refunded = n.f, bank_reference = n.b, queries = n.q, next_query_at = ${inMs('n.d')}, version = n.v,
  revision = n.r + 1, in_doubt_at = case when n.x then coalesce(a.in_doubt_at, now()) end
from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::bigint[], $6::text[], $7::bigint[], $8::text[],
  $9::int[], $10::int[], $11::int[], $12::int[], $13::boolean[]) n(i, s, t, w, m, c, f, b, q, d, v, r, x)
where a.id = n.i and a.revision = n.r`,
      values: [
        next.map((a) => a.attemptId),
        next.map((a) => a.state),
        next.map((a) => a.token),
        next.map((a) => a.wantsVoid),
        next.map((a) => a.taken?.minor ?? null),
        next.map((a) => a.taken?.currency ?? null),
        next.map((a) => a.refunded),
        next.map((a) => a.bankReference),
        next.map((a) => a.queries),
        next.map((a) => a.askInMs),
        next.map((a) => a.version),
        next.map((a) => a.revision),
        next.map((a) => a.doubted),
      ],
    },
    next.length,
  );
}
