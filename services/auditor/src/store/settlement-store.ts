import type { SettlementLine } from '@evenkeel/contracts';
import type { Currency, OrderId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';

/** Writes a piece of the file of a day; a line that was there is replaced. */
export const saveLines = (date: string, lines: readonly SettlementLine[]): Statement => ({
  text: `insert into settlement_lines as s (date, line, kind, reference, order_id, amount, currency, at)
select $1::date, * from unnest($2::int[], $3::text[], $4::uuid[], $5::bigint[], $6::bigint[], $7::text[], $8::timestamptz[])
on conflict (date, line) do update set kind = excluded.kind, reference = excluded.reference,
  order_id = excluded.order_id, amount = excluded.amount, currency = excluded.currency, at = excluded.at`,
  values: [
    date,
    lines.map((l) => l.line),
    lines.map((l) => l.kind),
    lines.map((l) => l.reference),
    lines.map((l) => l.orderId),
    lines.map((l) => l.amount.minor),
    lines.map((l) => l.amount.currency),
    lines.map((l) => l.at),
  ],
});

/** The file of a day has no lines after this one. */
export const endOfFile = (date: string, lines: number): Statement => ({
  text: 'delete from settlement_lines where date = $1::date and line > $2',
  values: [date, lines],
});

/** The day from which on the file may still have changed since it was read; null when none was. */
export const selectUnsettledDay: Statement = {
  text: `select to_char(max(date) - 1, 'YYYY-MM-DD') as day from settlement_lines`,
};

export interface LineRow {
  readonly orderId: OrderId | null;
  readonly kind: SettlementLine['kind'];
  readonly reference: string;
  readonly minor: number;
  readonly currency: Currency;
  readonly ageSeconds: number;
}

const COLUMNS = `order_id::text as "orderId", kind, reference, amount as minor, currency,
  extract(epoch from now() - at)::float as "ageSeconds"`;

export const selectLinesOf = (after: OrderId | null, upTo: OrderId | null): Statement => ({
  text: `select ${COLUMNS} from settlement_lines
where order_id > $1::bigint and ($2::bigint is null or order_id <= $2) order by order_id, date, line`,
  values: [after ?? '0', upTo],
});

/** Money that no attempt of ours asked for. */
export const selectStrays: Statement = {
  text: `select ${COLUMNS} from settlement_lines where order_id is null order by date, line`,
};
