import { handles, type Item, type Work } from '@evenkeel/messaging';
import type { Attempt } from '../../attempt.js';
import type { Asking } from '../../bank/ask-bank.js';
import { inputs, type PaymentItem } from '../../inputs.js';
import {
  type AttemptRow,
  insertAttempts,
  selectAttempts,
  toAttempt,
  updateAttempts,
} from '../../store/attempt-store.js';
import {
  insertRefunds,
  type RefundRow,
  selectRefunds,
  toRefund,
  updateRefunds,
} from '../../store/refund-store.js';
import { insertWebhooks, selectWebhooks } from '../../store/webhook-store.js';
import { decideBatch } from './decide-batch.js';
import type { Call, Said } from './outcome.js';

interface Parts {
  /** Asked after the commit, outside the lane. */
  readonly asking: Pick<Asking, 'ask' | 'refund'>;
  /** The bank says what cannot be true together with what it said before. */
  readonly onContradiction: (attempt: Attempt, what: string) => void;
}

/** Everything that moves attempts and refunds: written first, then the bank is called. */
export const moveAttemptsHandler = (parts: Parts) =>
  handles(inputs, async (items, work) => {
    const { changes, outcome } = decideBatch(await load(work, items), items);
    const { newAttempts, changedAttempts, newRefunds, changedRefunds, newWebhooks } = changes;
    // What left the open states must be gone before another attempt of the order comes in.
    if (changedAttempts.length > 0) work.write(updateAttempts(changedAttempts));
    if (newAttempts.length > 0) work.write(insertAttempts(newAttempts));
    if (newRefunds.length > 0) work.write(insertRefunds(newRefunds));
    if (changedRefunds.length > 0) work.write(updateRefunds(changedRefunds));
    if (newWebhooks.length > 0) work.write(insertWebhooks(newWebhooks));
    for (const said of outcome.said) work.emit(said.definition, said.subject, causeOf(said));
    for (const { item, heard } of outcome.heard) work.answer(item, heard);
    for (const { attempt, what } of outcome.contradictions) parts.onContradiction(attempt, what);
    for (const call of outcome.calls) work.afterCommit(() => put(call, parts.asking));
  });

async function load(work: Work, items: readonly PaymentItem[]) {
  const attemptIds = items.flatMap((item) => ('attemptId' in item.data ? [item.data.attemptId] : []));
  const opening = items.flatMap((item) => (item.type === 'payment.open-payment' ? [item.data.orderId] : []));
  const refundIds = items.flatMap((item) => ('refundId' in item.data ? [item.data.refundId] : []));
  const webhookIds = items.flatMap((item) =>
    item.type === 'payment.bank-spoke' && item.data.webhookId ? [item.data.webhookId] : [],
  );
  const [attempts, refunds, webhooks, clock] = await Promise.all([
    work.query<AttemptRow>(selectAttempts(attemptIds, opening)),
    refundIds.length > 0 ? work.query<RefundRow>(selectRefunds(refundIds)) : [],
    webhookIds.length > 0 ? work.query<{ id: string }>(selectWebhooks(webhookIds)) : [],
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  return {
    attempts: attempts.map(toAttempt),
    refunds: refunds.map(toRefund),
    webhooks: webhooks.map((row) => row.id),
    at: (clock[0]?.now ?? new Date(0)).toISOString(),
  };
}

function causeOf({ cause, origin }: Said): Item {
  return origin === null ? cause : { ...cause, cause: { ...cause.cause, ...origin } };
}

function put(call: Call, asking: Parts['asking']): void {
  if (call.type === 'ask') asking.ask(call.attempt);
  else asking.refund(call.refund);
}
