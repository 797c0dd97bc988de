import type { refundPayment } from '@evenkeel/contracts';
import type { ItemOf } from '@evenkeel/messaging';
import { type Attempt, originOf, type Refund } from '../../attempt.js';
import type { refundSpoke } from '../../inputs.js';
import { askAfter, IN_FLIGHT_MS } from './decide.js';
import { eventOfRefund } from './news.js';
import type { Surroundings } from './outcome.js';

/** Gives money of a captured attempt back, once for each refund id. Throws when it was never taken. */
export function refund(item: ItemOf<typeof refundPayment>, around: Surroundings): void {
  const { drawer } = around;
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
    origin: originOf(item.cause.correlationId, item.cause.runId),
  };
  takeRefund(asked, attempt, around);
}

/** Writes a refund down, counts it against its attempt, and has the bank asked. */
export function takeRefund(asked: Refund, attempt: Attempt, { drawer, outcome }: Surroundings): void {
  const refunded = attempt.refunded + asked.amount.minor;
  drawer.refunds.set(asked.refundId, asked);
  drawer.attempts.set(attempt.attemptId, { ...attempt, refunded });
  outcome.calls.push({ type: 'refund', refund: asked });
}

/** The bank's word on a refund: done, or to be asked again later. */
export function listenRefund(item: ItemOf<typeof refundSpoke>, { drawer, outcome }: Surroundings): void {
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
  outcome.sayOf(eventOfRefund(done, bankReference), item, known);
}
