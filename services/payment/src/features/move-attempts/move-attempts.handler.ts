import type { openPayment, refundPayment, voidPayment } from '@evenkeel/contracts';
import { paymentDeclined } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { handles, type Item, type ItemOf, type Work } from '@evenkeel/messaging';
import { type Attempt, isOpen, type Refund } from '../../attempt.js';
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
import { askAfter, hear } from './decide.js';
import { Drawer } from './drawer.js';
import { type bankSpoke, inputs, type PaymentItem, type refundSpoke } from './inputs.js';
import { refundOfMismatch, sayAttempt, sayRefunded } from './news.js';

/** How long the first call to the bank may take before the sweeper asks what became of it. */
const FIRST_ASK_MS = 4_000;

/** Called after the commit, outside the lane: what the bank is to be asked now. */
export interface BankCalls {
  charge(attempt: Attempt): void;
  close(attempt: Attempt): void;
  refund(refund: Refund): void;
}

interface Surroundings {
  readonly drawer: Drawer;
  readonly work: Work;
  readonly at: string;
  readonly calls: BankCalls;
}

/** Everything that moves attempts and refunds: written first, then the bank is called. */
export const moveAttemptsHandler = (calls: BankCalls) =>
  handles(inputs, async (items, work) => {
    const { drawer, at } = await load(work, items);
    for (const item of items) moveOne(item, { drawer, work, at, calls });
    const { newAttempts, changedAttempts, newRefunds, changedRefunds } = drawer.changes();
    // What left the open states must be gone before another attempt of the order comes in.
    if (changedAttempts.length > 0) work.write(updateAttempts(changedAttempts));
    if (newAttempts.length > 0) work.write(insertAttempts(newAttempts));
    if (newRefunds.length > 0) work.write(insertRefunds(newRefunds));
    if (changedRefunds.length > 0) work.write(updateRefunds(changedRefunds));
    if (drawer.newWebhooks.size > 0) work.write(insertWebhooks([...drawer.newWebhooks]));
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
  const drawer = new Drawer({
    attempts: attempts.map(toAttempt),
    refunds: refunds.map(toRefund),
    webhooks: webhooks.map((row) => row.id),
  });
  return { drawer, at: (clock[0]?.now ?? new Date(0)).toISOString() };
}

function moveOne(item: PaymentItem, around: Surroundings): void {
  switch (item.type) {
    case 'payment.open-payment':
      open(item, around);
      return;
    case 'payment.void-payment':
      close(item, around);
      return;
    case 'payment.refund-payment':
      refund(item, around);
      return;
    case 'payment.bank-spoke':
      listen(item, around);
      return;
    case 'payment.refund-spoke':
      listenRefund(item, around);
      return;
    default:
      assertNever(item);
  }
}

function open(item: ItemOf<typeof openPayment>, { drawer, work, calls }: Surroundings): void {
  const { attemptId, orderId, amount, token } = item.data;
  if (drawer.attempts.has(attemptId)) return;
  if (drawer.openOf(orderId)) {
    // The order never asks for a second one; if it did, two captures could follow.
    const data = { attemptId, orderId, bankReason: 'another attempt of this order is open' };
    work.emit(paymentDeclined, { aggregateId: attemptId, aggregateVersion: 1, data }, item);
    return;
  }
  const attempt = { ...newAttempt(item, amount), token, askInMs: FIRST_ASK_MS };
  drawer.attempts.set(attemptId, attempt);
  work.afterCommit(() => calls.charge(attempt));
}

const newAttempt = (
  item: ItemOf<typeof openPayment | typeof voidPayment>,
  amount: Attempt['amount'],
): Attempt => ({
  attemptId: item.data.attemptId,
  orderId: item.data.orderId,
  state: 'initiated',
  amount,
  token: null,
  wantsVoid: false,
  taken: null,
  refunded: 0,
  bankReference: null,
  queries: 0,
  askInMs: 0,
  correlationId: item.cause.correlationId,
  version: 1,
});

/** The order does not want the money any more. A cancel that overtook its attempt closes that before it begins. */
function close(item: ItemOf<typeof voidPayment>, { drawer, work, at, calls }: Surroundings): void {
  const known = drawer.attempts.get(item.data.attemptId) ?? newAttempt(item, { minor: 0, currency: 'USD' });
  if (!isOpen(known)) {
    // Said again for an order that missed it; a capture is not, since the order has it in its stream.
    const repeat = known.state === 'declined' || known.state === 'voided' ? known.state : null;
    const statement = { status: 'voided' } as const;
    sayAttempt(work, { attempt: known, news: repeat }, { item, statement, at });
    return;
  }
  const attempt = { ...known, wantsVoid: true, askInMs: askAfter(0) };
  drawer.attempts.set(attempt.attemptId, attempt);
  work.afterCommit(() => calls.close(attempt));
}

function refund(item: ItemOf<typeof refundPayment>, { drawer, work, calls }: Surroundings): void {
  const { refundId, attemptId, orderId, amount, reason } = item.data;
  const known = drawer.refunds.get(refundId);
  if (known) {
    if (known.state === 'done') sayRefunded(work, known, item);
    return;
  }
  const attempt = drawer.attempts.get(attemptId);
  if (!attempt?.taken) throw new Error(`Refund ${refundId} is of attempt ${attemptId}, which took no money`);
  const asked: Refund = {
    refundId,
    attemptId,
    orderId,
    amount,
    reason,
    ofMismatch: false,
    state: 'asked',
    bankReference: null,
    tries: 0,
    retryInMs: FIRST_ASK_MS,
    correlationId: item.cause.correlationId,
  };
  takeRefund(asked, attempt, { drawer, work, calls });
}

function takeRefund(
  asked: Refund,
  attempt: Attempt,
  around: Pick<Surroundings, 'drawer' | 'work' | 'calls'>,
): void {
  const refunded = attempt.refunded + asked.amount.minor;
  around.drawer.refunds.set(asked.refundId, asked);
  around.drawer.attempts.set(attempt.attemptId, { ...attempt, refunded });
  around.work.afterCommit(() => around.calls.refund(asked));
}

function listen(item: ItemOf<typeof bankSpoke>, around: Surroundings): void {
  const { drawer, work, at } = around;
  const { attemptId, statement, webhookId } = item.data;
  const known = drawer.attempts.get(attemptId);
  if (webhookId && !drawer.takeWebhook(webhookId)) {
    work.answer(item, 'known');
    return;
  }
  work.answer(item, known ? 'accepted' : 'unknown-attempt');
  if (!known) return;
  const step = hear(known, statement);
  drawer.attempts.set(attemptId, step.attempt);
  sayAttempt(work, step, { item: caused(item, known.correlationId), statement, at });
  if (step.news === 'amount-mismatch') takeRefund(refundOfMismatch(step.attempt), step.attempt, around);
}

function listenRefund(item: ItemOf<typeof refundSpoke>, { drawer, work }: Surroundings): void {
  const { refundId, bankReference } = item.data;
  const known = drawer.refunds.get(refundId);
  if (!known || known.state === 'done') return;
  if (bankReference === null) {
    const tries = known.tries + 1;
    drawer.refunds.set(refundId, { ...known, tries, retryInMs: askAfter(tries) });
    return;
  }
  const done: Refund = { ...known, state: 'done', bankReference, retryInMs: null };
  drawer.refunds.set(refundId, done);
  sayRefunded(work, done, caused(item, known.correlationId));
}

/** The bank's word goes on under the correlation of the attempt that it is about. */
const caused = (item: Item, correlationId: Attempt['correlationId']): Item => ({
  ...item,
  cause: { ...item.cause, correlationId },
});
