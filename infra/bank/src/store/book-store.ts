import type { Currency } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import type { Behaviour } from '../behaviours.js';
import type { Book, Token } from '../book/book.js';
import type { Charge, ChargeState, Refund } from '../charge.js';

export interface ChargeRow {
  readonly reference: string;
  readonly bank_reference: string;
  readonly state: ChargeState;
  readonly amount: number | null;
  readonly currency: Currency | null;
  readonly taken: number | null;
  readonly taken_currency: Currency | null;
  readonly fee: number;
  readonly refunded: number;
  readonly reason: string | null;
  readonly behaviour: Behaviour;
  readonly digest: string | null;
  readonly due_at: Date | null;
  readonly captured_at: Date | null;
  readonly revision: number;
}

export const selectCharges = (references: readonly string[]): Statement => ({
  name: 'charges-select',
  text: 'select * from charges where reference = any($1::uuid[])',
  values: [references],
});

export const selectDueCharges = (limit: number): Statement => ({
  name: 'charges-due',
  text: 'select reference from charges where due_at <= now() order by due_at limit $1',
  values: [limit],
});

export function toCharge(row: ChargeRow): Charge {
  const { amount, currency, taken, taken_currency } = row;
  return {
    reference: row.reference,
    bankReference: row.bank_reference,
    state: row.state,
    asked: amount === null || currency === null ? null : { minor: amount, currency },
    taken: taken === null || taken_currency === null ? null : { minor: taken, currency: taken_currency },
    fee: row.fee,
    refunded: row.refunded,
    reason: row.reason,
    behaviour: row.behaviour,
    digest: row.digest,
    dueAt: row.due_at,
    capturedAt: row.captured_at,
    revision: row.revision,
  };
}

export const selectTokens = (tokens: readonly string[]): Statement => ({
  name: 'tokens-select',
  text: `select token, behaviour, used_by as "usedBy", expires_at <= now() as expired
from tokens where token = any($1::text[])`,
  values: [tokens],
});
export type TokenRow = Token;

export const deleteOldTokens: Statement = {
  text: "delete from tokens where expires_at < now() - interval '1 day'",
};

export interface RefundRow {
  readonly refundId: string;
  readonly reference: string;
  readonly bankReference: string;
  readonly minor: number;
  readonly currency: Currency;
  readonly digest: string;
}

export const selectRefunds = (ids: readonly string[]): Statement => ({
  name: 'refunds-select',
  text: `select refund_id as "refundId", reference, bank_reference as "bankReference", amount as minor, currency, digest
from refunds where refund_id = any($1::uuid[])`,
  values: [ids],
});

export function toRefund({ minor, currency, ...row }: RefundRow): Refund {
  return { ...row, amount: { minor, currency } };
}

/** Everything that the batch changed, each table in one statement. */
export function saveBook(book: Book): Statement[] {
  const { charges, tokens, refunds } = book.changes();
  const statements: Statement[] = [];
  if (tokens.added.length > 0) statements.push(insertTokens(tokens.added));
  if (tokens.changed.length > 0) statements.push(useTokens(tokens.changed));
  if (charges.added.length > 0) statements.push(insertCharges(charges.added));
  if (charges.changed.length > 0) statements.push(updateCharges(charges.changed));
  if (refunds.length > 0) statements.push(insertRefunds(refunds));
  return statements;
}

const insertTokens = (tokens: readonly Token[]): Statement => ({
  name: 'tokens-insert',
  text: 'insert into tokens (token, behaviour, used_by) select * from unnest($1::text[], $2::text[], $3::uuid[])',
  values: [tokens.map((t) => t.token), tokens.map((t) => t.behaviour), tokens.map((t) => t.usedBy)],
});

const useTokens = (tokens: readonly Token[]): Statement =>
  mustChange(
    {
      name: 'tokens-use',
      text: `update tokens t set used_by = n.r from unnest($1::text[], $2::uuid[]) n(t, r)
where t.token = n.t and t.used_by is null`,
      values: [tokens.map((t) => t.token), tokens.map((t) => t.usedBy)],
    },
    tokens.length,
  );

const insertCharges = (charges: readonly Charge[]): Statement => ({
  name: 'charges-insert',
  text: `insert into charges (reference, bank_reference, state, amount, currency, taken, taken_currency, fee,
  reason, behaviour, digest, due_at, captured_at)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::text[],
  $8::bigint[], $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[])`,
  values: [
    charges.map((c) => c.reference),
    charges.map((c) => c.bankReference),
    charges.map((c) => c.state),
    charges.map((c) => c.asked?.minor ?? null),
    charges.map((c) => c.asked?.currency ?? null),
    charges.map((c) => c.taken?.minor ?? null),
    charges.map((c) => c.taken?.currency ?? null),
    charges.map((c) => c.fee),
    charges.map((c) => c.reason),
    charges.map((c) => c.behaviour),
    charges.map((c) => c.digest),
    charges.map((c) => c.dueAt),
    charges.map((c) => c.capturedAt),
  ],
});

/** Writes charges back, if nobody else has since they were read. */
const updateCharges = (charges: readonly Charge[]): Statement =>
  mustChange(
    {
      name: 'charges-update',
      text: `update charges c set state = n.s, taken = n.t, taken_currency = n.tc, fee = n.f, refunded = n.rf,
  due_at = n.d, captured_at = n.ca, revision = n.rev + 1
from unnest($1::uuid[], $2::int[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::bigint[],
  $8::timestamptz[], $9::timestamptz[]) n(r, rev, s, t, tc, f, rf, d, ca)
where c.reference = n.r and c.revision = n.rev`,
      values: [
        charges.map((c) => c.reference),
        charges.map((c) => c.revision),
        charges.map((c) => c.state),
        charges.map((c) => c.taken?.minor ?? null),
        charges.map((c) => c.taken?.currency ?? null),
        charges.map((c) => c.fee),
        charges.map((c) => c.refunded),
        charges.map((c) => c.dueAt),
        charges.map((c) => c.capturedAt),
      ],
    },
    charges.length,
  );

const insertRefunds = (refunds: readonly Refund[]): Statement => ({
  name: 'refunds-insert',
  text: `insert into refunds (refund_id, reference, bank_reference, amount, currency, digest)
select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[])`,
  values: [
    refunds.map((r) => r.refundId),
    refunds.map((r) => r.reference),
    refunds.map((r) => r.bankReference),
    refunds.map((r) => r.amount.minor),
    refunds.map((r) => r.amount.currency),
    refunds.map((r) => r.digest),
  ],
});
