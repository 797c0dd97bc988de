import { type EventId, newId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';

/** Who did what, from which value to which. */
export interface NewEntry {
  /** Null for what was done about dead letters. */
  readonly findingId: string | null;
  /** Null for the auditor itself. */
  readonly who: string | null;
  readonly what: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

export const insertEntry = (entry: NewEntry): Statement => ({
  text: `insert into audit_entries (id, finding_id, who, what, subject, from_value, to_value)
values ($1, $2, $3, $4, $5, $6, $7)`,
  values: [newId<EventId>(), entry.findingId, entry.who, entry.what, entry.subject, entry.from, entry.to],
});

export type EntryRow = NewEntry & { readonly id: string; readonly at: Date };

export const selectEntriesAfter = (
  after: string | null,
  limit: number,
  subject: string | null,
): Statement => ({
  text: `select id, finding_id as "findingId", who, what, subject, from_value as "from", to_value as "to", at
from audit_entries where ($1::uuid is null or id > $1) and ($3::text is null or subject = $3) order by id limit $2`,
  values: [after, limit, subject],
});
