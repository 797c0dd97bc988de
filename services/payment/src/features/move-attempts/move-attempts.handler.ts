import type { openPayment, refundPayment, voidPayment } from '@evenkeel/contracts';
import { paymentDeclined, paymentVoided } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { handles, type Item, type ItemOf, type Work } from '@evenkeel/messaging';
import { type Attempt, isOpen, type Refund } from '../../attempt.js';
import type { Asking } from '../../bank/ask-bank.js';
import { type bankSpoke, type Heard, inputs, type PaymentItem, type refundSpoke } from '../../inputs.js';
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
import { eventOf, eventOfRefund, refundOfMismatch } from './news.js';

/** How long a call to the bank may be on its way before the sweeper asks what became of it. */
const IN_FLIGHT_MS = 5_000;

interface Parts {
  /** Asked after the commit, outside the lane. */
  readonly asking: Pick<Asking, 'ask' | 'refund'>;
  /** The bank says what cannot be true together with what it said before. */
  readonly onContradiction: (attempt: Attempt, what: string) => void;
}

interface Surroundings {
  readonly drawer: Drawer;
  readonly work: Work;
  readonly at: string;
  readonly parts: Parts;
}

/** Everything that moves attempts and refunds: written first, then the bank is called. */
export const moveAttemptsHandler = (parts: Parts) =>
  handles(inputs, async (items, work) => {
    const { drawer, at } = await load(work, items);
    for (const item of items) moveOne(item, { drawer, work, at, parts });
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

function open(item: ItemOf<typeof openPayment>, { drawer, work, parts }: Surroundings): void {
  const { attemptId, orderId, amount, token } = item.data;
  if (drawer.attempts.has(attemptId)) return;
  const attempt = { ...newAttempt(item, amount), token, askInMs: IN_FLIGHT_MS };
  if (drawer.blockerOf(orderId)) {
    // The order never asks for a second one; if it did, two captures could follow. The bank is not asked.
    drawer.attempts.set(attemptId, { ...attempt, state: 'declined', token: null, askInMs: null, version: 1 });
    const data = { attemptId, orderId, bankReason: 'another attempt of this order is open' };
    work.emit(paymentDeclined, { aggregateId: attemptId, aggregateVersion: 1, data }, item);
    return;
  }
  drawer.attempts.set(attemptId, attempt);
  work.afterCommit(() => parts.asking.ask(attempt));
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
  version: 0,
  revision: 0,
});

/** The order does not want the money any more: the bank decides whether the attempt can be closed. */
function close(item: ItemOf<typeof voidPayment>, around: Surroundings): void {
  const { drawer, work, parts } = around;
  const known = drawer.attempts.get(item.data.attemptId);
  if (!known) {
    closeUnopened(item, around);
    return;
  }
  // What was decided was said, and the order has it in its stream.
  if (!isOpen(known)) return;
  const attempt = { ...known, wantsVoid: true, askInMs: IN_FLIGHT_MS };
  drawer.attempts.set(attempt.attemptId, attempt);
  work.afterCommit(() => parts.asking.ask(attempt));
}

/** No row was committed, so the bank was never asked; the row that is left refuses the attempt when it comes. */
function closeUnopened(item: ItemOf<typeof voidPayment>, { drawer, work }: Surroundings): void {
  const { attemptId } = item.data;
  const blank = newAttempt(item, { minor: 0, currency: 'USD' });
  drawer.attempts.set(attemptId, { ...blank, state: 'voided', askInMs: null, version: 1 });
  work.emit(paymentVoided, { aggregateId: attemptId, aggregateVersion: 1, data: item.data }, item);
}

function refund(item: ItemOf<typeof refundPayment>, { drawer, work, parts }: Surroundings): void {
  const { refundId, attemptId, orderId, amount, reason } = item.data;
  // Asked before: it is done once, and said once, since the books would count each saying.
  if (drawer.refunds.has(refundId)) return;
  const attempt = drawer.attempts.get(attemptId);
  const left = attempt?.taken ? attempt.taken.minor - attempt.refunded : 0;
  // Not an outcome of business: somebody wants money back that was never taken. A person must look at it.
  if (!attempt || amount.minor > left || amount.currency !== attempt.taken?.currency)
    throw new Error(`Refund ${refundId} is more than the ${left} that are left of attempt ${attemptId}`);
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
    retryInMs: IN_FLIGHT_MS,
    correlationId: item.cause.correlationId,
  };
  takeRefund(asked, attempt, { drawer, work, parts });
}

function takeRefund(
  asked: Refund,
  attempt: Attempt,
  around: Pick<Surroundings, 'drawer' | 'work' | 'parts'>,
): void {
  const refunded = attempt.refunded + asked.amount.minor;
  around.drawer.refunds.set(asked.refundId, asked);
  around.drawer.attempts.set(attempt.attemptId, { ...attempt, refunded });
  around.work.afterCommit(() => around.parts.asking.refund(asked));
}

function listen(item: ItemOf<typeof bankSpoke>, around: Surroundings): void {
  const { drawer, work, at } = around;
  const { attemptId, statement, webhookId } = item.data;
  const answer = (heard: Heard) => work.answer(item, heard);
  const known = drawer.attempts.get(attemptId);
  if (webhookId !== null && drawer.knowsWebhook(webhookId)) {
    answer({ outcome: 'known', why: null });
    return;
  }
  if (!known) {
    answer({ outcome: 'refused', why: 'There is no such attempt' });
    return;
  }
  if (webhookId !== null) drawer.takeWebhook(webhookId);
  answer({ outcome: 'accepted', why: null });
  const step = hear(known, statement);
  if (step.contradiction) around.parts.onContradiction(known, step.contradiction);
  drawer.attempts.set(attemptId, step.attempt);
  const event = eventOf(step, statement, at);
  if (event) work.emit(event.definition, event.subject, caused(item, known.correlationId));
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
  const { definition, subject } = eventOfRefund(done, bankReference);
  work.emit(definition, subject, caused(item, known.correlationId));
}

/** The bank's word goes on under the correlation of the attempt that it is about. */
const caused = (item: Item, correlationId: Attempt['correlationId']): Item => ({
  ...item,
  cause: { ...item.cause, correlationId },
});
