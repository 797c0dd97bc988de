import { type openPayment, paymentDeclined, paymentVoided, type voidPayment } from '@evenkeel/contracts';
import type { ItemOf } from '@evenkeel/messaging';
import { type Attempt, isOpen, originOf } from '../../attempt.js';
import type { bankSpoke, Heard } from '../../inputs.js';
import { hear, IN_FLIGHT_MS } from './decide.js';
import { takeRefund } from './move-refunds.js';
import { eventOf, refundOfMismatch } from './news.js';
import type { Surroundings } from './outcome.js';

/** Opens an attempt and has the bank asked, if no other of the order is open or took its money. */
export function open(item: ItemOf<typeof openPayment>, { drawer, outcome }: Surroundings): void {
  const { attemptId, orderId, amount, token } = item.data;
  if (drawer.attempts.has(attemptId)) return;
  const attempt = { ...newAttempt(item, amount), token, askInMs: IN_FLIGHT_MS };
  if (drawer.blockerOf(orderId)) {
    // The order never asks for a second one; if it did, two captures could follow. The bank is not asked.
    drawer.attempts.set(attemptId, { ...attempt, state: 'declined', token: null, askInMs: null, version: 1 });
    const data = { attemptId, orderId, bankReason: 'another attempt of this order is open' };
    outcome.say(paymentDeclined, { aggregateId: attemptId, aggregateVersion: 1, data }, item);
    return;
  }
  drawer.attempts.set(attemptId, attempt);
  outcome.calls.push({ type: 'ask', attempt });
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
  doubted: false,
  taken: null,
  refunded: 0,
  bankReference: null,
  queries: 0,
  askInMs: 0,
  origin: originOf(item.cause.correlationId, item.cause.runId),
  version: 0,
  revision: 0,
});

/** The order does not want the money any more: the bank decides whether the attempt can be closed. */
export function close(item: ItemOf<typeof voidPayment>, around: Surroundings): void {
  const { drawer, outcome } = around;
  const known = drawer.attempts.get(item.data.attemptId);
  if (!known) {
    closeUnopened(item, around);
    return;
  }
  // What was decided was said, and the order has it in its stream.
  if (!isOpen(known)) return;
  const attempt = { ...known, wantsVoid: true, askInMs: IN_FLIGHT_MS };
  drawer.attempts.set(attempt.attemptId, attempt);
  outcome.calls.push({ type: 'ask', attempt });
}

/** No row was committed, so the bank was never asked; the row that is left refuses the attempt when it comes. */
function closeUnopened(item: ItemOf<typeof voidPayment>, { drawer, outcome }: Surroundings): void {
  const { attemptId } = item.data;
  const blank = newAttempt(item, { minor: 0, currency: 'USD' });
  drawer.attempts.set(attemptId, { ...blank, state: 'voided', askInMs: null, version: 1 });
  outcome.say(paymentVoided, { aggregateId: attemptId, aggregateVersion: 1, data: item.data }, item);
}

/** The bank's word on an attempt; a callback that was taken before, or is about nothing of ours, changes nothing. */
export function listen(item: ItemOf<typeof bankSpoke>, around: Surroundings): void {
  const { drawer, outcome, at } = around;
  const { attemptId, statement, webhookId } = item.data;
  const answer = (heard: Heard) => void outcome.heard.push({ item, heard });
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
  if (step.contradiction) outcome.contradictions.push({ attempt: known, what: step.contradiction });
  drawer.attempts.set(attemptId, step.attempt);
  const event = eventOf(step, statement, at);
  if (event) outcome.sayOf(event, item, known);
  if (step.news === 'amount-mismatch') takeRefund(refundOfMismatch(step.attempt), step.attempt, around);
}
