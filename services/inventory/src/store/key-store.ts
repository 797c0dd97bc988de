import type { Statement } from '@evenkeel/postgres';

/** A key of an operator's command, in the scope of who used it for what. */
export interface KeyRow {
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
  /** What was answered, as JSON. */
  readonly result: string;
}

type KeyId = Pick<KeyRow, 'caller' | 'operation' | 'key'>;

export const keyName = ({ caller, operation, key }: KeyId): string => `${caller}/${operation}/${key}`;

const ids = (keys: readonly KeyId[]) => [
  keys.map((k) => k.caller),
  keys.map((k) => k.operation),
  keys.map((k) => k.key),
];

export const selectKeys = (keys: readonly KeyId[]): Statement => ({
  name: 'keys-select',
  text: `select k.caller, k.operation, k.key, k.body_hash as "bodyHash", k.result
from idempotency_keys k join unnest($1::uuid[], $2::text[], $3::text[]) n(caller, operation, key)
  on k.caller = n.caller and k.operation = n.operation and k.key = n.key
where k.at > now() - interval '24 hours'`,
  values: ids(keys),
});

/** Claims keys; one that is older than a day may be claimed anew, any other fails the batch, which then finds it. */
export const insertKeys = (keys: readonly KeyRow[]): Statement => ({
  name: 'keys-insert',
  text: `insert into idempotency_keys as k (caller, operation, key, body_hash, result)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
on conflict (caller, operation, key) do update
set body_hash = excluded.body_hash, result = excluded.result, at = now()
where k.at <= now() - interval '24 hours' or must_change(0, 1) = 1`,
  values: [...ids(keys), keys.map((k) => k.bodyHash), keys.map((k) => k.result)],
});

export const deleteOldKeys: Statement = {
  text: "delete from idempotency_keys where at < now() - interval '48 hours'",
};

/** Who changed what by hand. */
export interface AuditEntry {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const insertAudit = (entries: readonly AuditEntry[]): Statement => ({
  name: 'audit-insert',
  text: `insert into audit_entries (id, who, what, subject, from_value, to_value, reason)
select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
  values: [
    entries.map((e) => e.id),
    entries.map((e) => e.who),
    entries.map((e) => e.what),
    entries.map((e) => e.subject),
    entries.map((e) => e.from),
    entries.map((e) => e.to),
    entries.map((e) => e.reason),
  ],
});
