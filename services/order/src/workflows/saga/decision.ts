import type { PlaceOrderResult } from '@evenkeel/contracts';
import type { Order, PendingKey, Progress, ProgressSnapshot } from '../../order.js';
import { snapshotOf } from '../../order.js';
import { checkTransition } from '../../order-states.js';
import type { Effect } from './effects.js';

/** The result of a key without the facts of the order, which are joined when it is answered. */
export type StoredResult =
  | { readonly kind: 'placed' | 'rejected'; readonly at: ProgressSnapshot }
  | { readonly kind: 'started'; readonly at: ProgressSnapshot }
  | { readonly kind: 'declined'; readonly at: ProgressSnapshot; readonly bankReason: string | null }
  | { readonly kind: 'not-payable'; readonly at: ProgressSnapshot; readonly why: 'state' | 'too-late' }
  | { readonly kind: 'cancelled'; readonly at: ProgressSnapshot; readonly paymentInDoubt: boolean }
  | { readonly kind: 'refunding' | 'not-cancellable' | 'not-refundable'; readonly at: ProgressSnapshot }
  | Exclude<PlaceOrderResult, { kind: 'placed' | 'rejected' }>;

/** A key that got its result. */
export interface Settled {
  readonly key: PendingKey;
  readonly order: Order;
  readonly result: StoredResult;
}

/** What one input does to one order. An input that says nothing new changes nothing. */
export interface Decision {
  readonly order: Order;
  readonly effects: readonly Effect[];
  /** Keys whose result is decided by this step. */
  readonly settled: readonly Settled[];
}

export const nothing = (order: Order): Decision => ({ order, effects: [], settled: [] });

/** Changes the progress without telling anybody. */
export const quietly = (
  order: Order,
  change: Partial<Progress>,
  effects: readonly Effect[] = [],
): Decision => ({
  order: { facts: order.facts, progress: { ...order.progress, ...change } },
  effects,
  settled: [],
});

/** Changes the progress, counts the version up and tells: one published change, one version. */
export function publish(
  order: Order,
  change: Partial<Progress>,
  tell: (changed: Order) => readonly Effect[],
): Decision {
  if (change.state && change.state !== order.progress.state)
    checkTransition(order.progress.state, change.state);
  const progress = { ...order.progress, attempts: 0, ...change, version: order.progress.version + 1 };
  const changed = { facts: order.facts, progress };
  return { order: changed, effects: tell(changed), settled: [] };
}

/** Goes on from a decision with the next one. */
export function andThen(first: Decision, next: (order: Order) => Decision): Decision {
  const second = next(first.order);
  return {
    order: second.order,
    effects: [...first.effects, ...second.effects],
    settled: [...first.settled, ...second.settled],
  };
}

/** Gives every key that waits for this operation its result. */
export function settle(
  decision: Decision,
  operation: 'place-order' | 'pay-order',
  result: (at: ProgressSnapshot) => StoredResult,
): Decision {
  const { order } = decision;
  const mine = order.progress.pending.filter((key) => key.operation === operation);
  if (mine.length === 0) return decision;
  const pending = order.progress.pending.filter((key) => key.operation !== operation);
  const at = snapshotOf(order.progress);
  const left = { facts: order.facts, progress: { ...order.progress, pending } };
  return {
    order: left,
    effects: decision.effects,
    settled: [...decision.settled, ...mine.map((key) => ({ key, order: left, result: result(at) }))],
  };
}
