import type { Statement } from '@evenkeel/postgres';

export const selectKeys = (keys: readonly { caller: string; key: string }[]): Statement => ({
  name: 'keys-select',
  text: `select caller, key, body_hash, result from idempotency_keys
where operation = 'adjust-stock' and (caller, key) in (select * from unnest($1::uuid[], $2::text[]))
  and at > now() - interval '24 hours'`,
  values: [keys.map((k) => k.caller), keys.map((k) => k.key)],
});

export const insertKeys = (
  rows: readonly { caller: string; key: string; body_hash: string; result: string }[],
): Statement => ({
  name: 'keys-insert',
  text: `insert into idempotency_keys as k (caller, operation, key, body_hash, result)
select c, 'adjust-stock', n, h, r from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) x(c, n, h, r)
on conflict (caller, operation, key) do update
set body_hash = excluded.body_hash, result = excluded.result, at = now()
where k.at <= now() - interval '24 hours' or must_change(0, 1) = 1`,
  values: [
    rows.map((r) => r.caller),
    rows.map((r) => r.key),
    rows.map((r) => r.body_hash),
    rows.map((r) => r.result),
  ],
});

export const insertAudit = (entry: {
  id: string;
  operator: string;
  action: string;
  subject: string;
  before: string;
  after: string;
  reason: string;
}): Statement => ({
  name: 'audit-insert',
  text: `insert into audit_entries (id, operator, action, subject, before, after, reason)
values ($1, $2, $3, $4, $5, $6, $7)`,
  values: [entry.id, entry.operator, entry.action, entry.subject, entry.before, entry.after, entry.reason],
});
