import type { Statement } from '@evenkeel/postgres';

/** One line of the daily file: money that moved, and what is paid out of it (negative: what is taken back). */
export interface SettlementLine {
  readonly type: 'capture' | 'refund';
  readonly reference: string;
  readonly refundId: string | null;
  readonly bankReference: string;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly currency: string;
  readonly at: Date;
}

/** Everything that moved on one day (UTC), oldest first. */
export const selectSettlement = (date: string): Statement => ({
  text: `select 'capture' as type, reference, null::uuid as "refundId", bank_reference as "bankReference",
  taken as amount, fee, taken - fee as net, taken_currency as currency, captured_at as at
from charges where captured_at >= $1::date at time zone 'utc' and captured_at < ($1::date + 1) at time zone 'utc'
union all
select 'refund', reference, refund_id, bank_reference, amount, 0, -amount, currency, at
from refunds where at >= $1::date at time zone 'utc' and at < ($1::date + 1) at time zone 'utc'
order by at, reference`,
  values: [date],
});

/** A piece of the same, from a line on. */
export const selectSettlementFrom = (date: string, from: number, limit: number): Statement => {
  const { text } = selectSettlement(date);
  return { text: `${text} limit $2 offset $3`, values: [date, limit, from - 1] };
};
