import type { OrderId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';
import type { KeyId } from '../order.js';
import type { Settled, StoredResult } from '../workflows/saga/decision.js';

/** A key that was claimed before. */
export interface KeyRow {
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  readonly body_hash: string;
  readonly order_id: string | null;
  readonly result: string | null;
}

export interface NewKey extends KeyId {
  readonly bodyHash: string;
  readonly orderId: OrderId | null;
  /** Null while the saga still owes it. */
  readonly result: StoredResult | null;
}

/** The age is reckoned so that no index on `at` fits it: by that index a day's keys would be read for each batch. */
export const selectKeys = (keys: readonly KeyId[]): Statement => ({
  name: 'keys-select',
  text: `select k.caller, k.operation, k.key, k.body_hash, k.order_id::text as order_id, k.result
from idempotency_keys k join unnest($1::uuid[], $2::text[], $3::text[]) n(c, o, k)
  on k.caller = n.c and k.operation = n.o and k.key = n.k
where k.at + interval '24 hours' > now()`,
  values: columns(keys),
});

/** Claims keys; one that is older than a day may be claimed anew. */
export const insertKeys = (keys: readonly NewKey[]): Statement => ({
  name: 'keys-insert',
  text: `insert into idempotency_keys as k (caller, operation, key, body_hash, order_id, result)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[])
on conflict (caller, operation, key) do update
set body_hash = excluded.body_hash, order_id = excluded.order_id, result = excluded.result, at = now()
where k.at <= now() - interval '24 hours' or must_change(0, 1) = 1`,
  values: [
    ...columns(keys),
    keys.map((k) => k.bodyHash),
    keys.map((k) => k.orderId),
    keys.map((k) => (k.result ? JSON.stringify(k.result) : null)),
  ],
});

/** Writes the results that a step decided. */
export const settleKeys = (settled: readonly Settled[]): Statement => ({
  name: 'keys-settle',
  text: `update idempotency_keys k set result = n.r
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) n(c, o, k, r)
where k.caller = n.c and k.operation = n.o and k.key = n.k and k.result is null`,
  values: [...columns(settled.map(idOf)), settled.map((s) => JSON.stringify(s.result))],
});

export const deleteOldKeys: Statement = {
  text: "delete from idempotency_keys where at < now() - interval '48 hours'",
};

/** Only the owner of an order gives it keys, and takes them along when a guest signs in. */
export const idOf = ({ key, order }: Settled): KeyId => ({ ...key, caller: order.facts.customerId });

function columns(keys: readonly KeyId[]): [string[], string[], string[]] {
  return [keys.map((k) => k.caller), keys.map((k) => k.operation), keys.map((k) => k.key)];
}
