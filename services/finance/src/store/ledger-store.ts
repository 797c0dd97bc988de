import type { AccountName, Journal } from '@evenkeel/contracts';
import type { Currency, JournalId, OrderId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';
import type { NewJournal } from '../ledger.js';

export const insertJournals = (journals: readonly NewJournal[]): Statement => ({
  name: 'journals-insert',
  text: `insert into journals (id, kind, source_event_id, order_id, currency)
select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::text[])`,
  values: [
    journals.map((j) => j.journalId),
    journals.map((j) => j.kind),
    journals.map((j) => j.sourceEventId),
    journals.map((j) => j.orderId),
    journals.map((j) => j.currency),
  ],
});

export function insertEntries(journals: readonly NewJournal[]): Statement {
  const entries = journals.flatMap((journal) =>
    journal.entries.map((entry, position) => ({ journalId: journal.journalId, position, ...entry })),
  );
  return {
    name: 'entries-insert',
    text: `insert into entries (journal_id, position, account, amount)
select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::bigint[])`,
    values: [
      entries.map((e) => e.journalId),
      entries.map((e) => e.position),
      entries.map((e) => e.account),
      entries.map((e) => e.amount),
    ],
  };
}

export interface JournalRow {
  readonly id: JournalId;
  readonly kind: Journal['kind'];
  readonly order_id: string | null;
  readonly source_event_id: string;
  readonly currency: Currency;
  readonly posted_at: Date;
  readonly entries: { account: AccountName; amount: number }[];
}

/** Journals after an id (they are UUIDv7, so this is the order of posting), each with its entries. */
export const selectJournals = (orderId: OrderId | null, after: string | null, limit: number): Statement => ({
  text: `select j.id, j.kind, j.order_id::text as order_id, j.source_event_id, j.currency, j.posted_at,
  (select json_agg(json_build_object('account', e.account, 'amount', e.amount) order by e.position)
   from entries e where e.journal_id = j.id) as entries
from journals j
where ($1::bigint is null or j.order_id = $1::bigint) and ($2::uuid is null or j.id > $2::uuid)
order by j.id limit $3`,
  values: [orderId, after, limit],
});

export interface SaleRow {
  readonly orderId: OrderId;
  readonly journalId: JournalId;
}

export const selectSalesAfter = (after: OrderId | null, limit: number): Statement => ({
  text: `select order_id::text as "orderId", id as "journalId" from journals
where kind = 'sale' and order_id > $1::bigint order by order_id limit $2`,
  values: [after ?? '0', limit],
});

export const toJournal = (row: JournalRow): Journal => ({
  journalId: row.id,
  kind: row.kind,
  orderId: row.order_id as OrderId | null,
  sourceEventId: row.source_event_id,
  currency: row.currency,
  postedAt: row.posted_at.toISOString(),
  entries: row.entries,
});

export const selectTrialBalance: Statement = {
  text: `select e.account, j.currency, sum(e.amount)::bigint as balance
from entries e join journals j on j.id = e.journal_id group by 1, 2 order by 1, 2`,
};

export const selectKinds = (orderId: OrderId): Statement => ({
  text: 'select kind from journals where order_id = $1::bigint order by id',
  values: [orderId],
});

/** What the books say that the bank holds of orders: what it pays out, and the fee that it keeps. */
export const selectHeldByBank = (orders: readonly OrderId[]): Statement => ({
  text: `select j.order_id::text as "orderId", j.currency, sum(e.amount)::bigint as held
from journals j join entries e on e.journal_id = j.id
where j.order_id = any($1::bigint[]) and e.account in ('bank-clearing', 'bank-fees') group by 1, 2`,
  values: [orders],
});

/** A row if a message was handled before. */
export const selectHandled = (messageId: string): Statement => ({
  text: 'select 1 as handled from inbox where id = $1',
  values: [messageId],
});
