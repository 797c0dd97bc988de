import type { AttemptId, CorrelationId, Currency, OrderId, RefundId } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import { originOf, type Refund } from '../attempt.js';

export interface RefundRow {
  readonly id: RefundId;
  readonly attempt_id: AttemptId;
  readonly order_id: OrderId;
  readonly amount: number;
  readonly currency: Currency;
  readonly reason: string;
  readonly of_mismatch: boolean;
  readonly state: Refund['state'];
  readonly bank_reference: string | null;
  readonly tries: number;
  readonly next_try_at: Date | null;
  readonly correlation_id: CorrelationId;
  readonly run_id: string | null;
  readonly seq: string;
  readonly at: Date;
}

const COLUMNS = `id, attempt_id, order_id::text as order_id, amount, currency, reason, of_mismatch, state,
  bank_reference, tries, next_try_at, correlation_id, run_id,
  seq::text as seq, at`;

export const toRefund = (row: RefundRow): Refund => ({
  refundId: row.id,
  attemptId: row.attempt_id,
  orderId: row.order_id,
  amount: { minor: row.amount, currency: row.currency },
  reason: row.reason,
  ofMismatch: row.of_mismatch,
  state: row.state,
  bankReference: row.bank_reference,
  tries: row.tries,
  retryInMs: row.next_try_at === null ? null : 0,
  origin: originOf(row.correlation_id, row.run_id),
});

export const selectRefunds = (ids: readonly RefundId[]): Statement => ({
  name: 'refunds-select',
  text: `select ${COLUMNS} from refunds where id = any($1::uuid[])`,
  values: [ids],
});

export const selectDueRefunds = (limit: number): Statement => ({
  name: 'refunds-due',
  text: `select ${COLUMNS} from refunds where next_try_at <= now() order by next_try_at limit $1`,
  values: [limit],
});

/** Refunds after a place, in the order they were asked for. */
export const selectRefundsAfter = (
  after: string | null,
  limit: number,
  orderId: string | null,
): Statement => ({
  text: `select ${COLUMNS} from refunds
where ($1::bigint is null or seq > $1::bigint) and ($3::bigint is null or order_id = $3::bigint) order by seq limit $2`,
  values: [after, limit, orderId],
});

export const insertRefunds = (refunds: readonly Refund[]): Statement => ({
  name: 'refunds-insert',
  text: `insert into refunds
  (id, attempt_id, order_id, amount, currency, reason, of_mismatch, state, next_try_at, correlation_id, run_id)
select i, a, o, m, c, r, x, 'asked', now() + d * interval '1 millisecond', k, e
from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::boolean[], $8::int[],
  $9::text[], $10::text[]) n(i, a, o, m, c, r, x, d, k, e)`,
  values: [
    refunds.map((r) => r.refundId),
    refunds.map((r) => r.attemptId),
    refunds.map((r) => r.orderId),
    refunds.map((r) => r.amount.minor),
    refunds.map((r) => r.amount.currency),
    refunds.map((r) => r.reason),
    refunds.map((r) => r.ofMismatch),
    refunds.map((r) => r.retryInMs),
    refunds.map((r) => r.origin.correlationId),
    refunds.map((r) => r.origin.runId ?? null),
  ],
});

export function updateRefunds(refunds: readonly Refund[]): Statement {
  const sorted = [...refunds].sort((a, b) => (a.refundId < b.refundId ? -1 : 1));
  return mustChange(
    {
      name: 'refunds-update',
      text: `update refunds r set state = n.s, bank_reference = n.b, tries = n.t,
  next_try_at = now() + n.d * interval '1 millisecond'
from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[]) n(i, s, b, t, d)
where r.id = n.i and r.state = 'asked'`,
      values: [
        sorted.map((r) => r.refundId),
        sorted.map((r) => r.state),
        sorted.map((r) => r.bankReference),
        sorted.map((r) => r.tries),
        sorted.map((r) => r.retryInMs),
      ],
    },
    sorted.length,
  );
}
