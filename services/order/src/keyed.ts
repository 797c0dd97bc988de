import type { OrderId } from '@evenkeel/kernel';
import type { KeyId } from './order.js';
import type { KeyRow } from './store/key-store.js';
import type { StoredResult } from './workflows/saga/decision.js';

/** What the lane answers for a command with a key; stored with its inbox row. */
export type KeyedAnswer =
  /** Begun just now; the saga will decide, and wakes the one who waits. */
  | { readonly kind: 'waiting'; readonly orderId: OrderId }
  | {
      readonly kind: 'decided';
      readonly orderId: OrderId | null;
      readonly result: StoredResult;
      readonly replayed: boolean;
    }
  /** Begun by an earlier request and not decided yet. */
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'not-found' };

export const keyName = ({ caller, operation, key }: KeyId | KeyRow): string =>
  `${caller}/${operation}/${key}`;

/** What a claimed key answers to a request that carries it again. */
export function answerOfKey(row: KeyRow, hash: string): KeyedAnswer {
  if (row.body_hash !== hash) return { kind: 'key-reused' };
  if (row.result === null) return { kind: 'in-progress' };
  return {
    kind: 'decided',
    orderId: row.order_id as OrderId | null,
    result: JSON.parse(row.result) as StoredResult,
    replayed: true,
  };
}
