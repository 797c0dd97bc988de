import type { InvariantId } from './invariants.js';

/** What a database refuses by itself, so that nothing of the kind can be counted: the check is that it is in force. */
export interface Guard {
  readonly invariant: InvariantId;
  readonly service: string;
  /** Of a unique index, or of a trigger. */
  readonly name: string;
}

/** The services with a Postgres database: they have an outbox, an inbox and dead letters of their own. */
export const SENDERS = ['order', 'inventory', 'payment', 'finance', 'loyalty', 'fulfilment'] as const;

export const GUARDS: readonly Guard[] = [
  { invariant: 'I4', service: 'inventory', name: 'reservations_pkey' },
  { invariant: 'I4', service: 'inventory', name: 'stock_movements_pkey' },
  { invariant: 'O5', service: 'order', name: 'idempotency_keys_pkey' },
  { invariant: 'M4', service: 'order', name: 'published_changes_pkey' },
  { invariant: 'P5', service: 'payment', name: 'webhooks_pkey' },
  { invariant: 'L4', service: 'finance', name: 'journals_immutable' },
  { invariant: 'L4', service: 'finance', name: 'entries_immutable' },
  { invariant: 'L5', service: 'finance', name: 'journals_source_event_id_kind_key' },
  { invariant: 'Y3', service: 'loyalty', name: 'coupon_once' },
  ...SENDERS.map((service): Guard => ({ invariant: 'M3', service, name: 'inbox_pkey' })),
];
