import type { Money } from '@evenkeel/kernel';
import {
  type Behaviour,
  captureDelayMs,
  LATE_CALLBACK_MS,
  OVERTAKEN_CALLBACK_MS,
  PLANS,
} from '../behaviours.js';
import { fixedToken } from '../cards.js';
import type { Charge } from '../charge.js';
import { feeOf } from '../fee.js';
import type { Book, Token } from './book.js';
import type { BookAnswer, ChargeRequest } from './requests.js';

/** One unit more than was asked for: a bank that takes a wrong amount. */
const TOO_MUCH = 100;

/** Charges a token once. The same request again is answered with the charge as it stands, a voided one stays voided. */
export function charge(book: Book, request: ChargeRequest): BookAnswer {
  const known = book.charge(request.reference);
  if (known) {
    const another = known.digest !== null && known.digest !== request.digest;
    return another ? { kind: 'other-body' } : { kind: 'charge', charge: known, first: false };
  }
  const { now, slowMs, newReference } = book.surroundings;
  const token = tokenOf(book, request);
  const refused = 'refused' in token;
  const behaviour = refused ? 'ok' : (request.override ?? token.behaviour);
  const plan = PLANS[behaviour];
  if (request.refusedBefore < plan.refusals) return { kind: 'down' };
  if (!refused && token.single) book.putToken({ ...token.single, usedBy: request.reference });
  const declined = refused || plan.decision === 'decline';
  const opened: Charge = {
    reference: request.reference,
    bankReference: newReference(),
    state: declined ? 'declined' : 'pending',
    asked: request.amount,
    taken: null,
    fee: 0,
    refunded: 0,
    reason: refused ? token.refused : declined ? 'do-not-honour' : null,
    behaviour,
    digest: request.digest,
    dueAt: declined ? null : new Date(now.getTime() + captureDelayMs(behaviour, slowMs)),
    capturedAt: null,
    revision: 1,
  };
  book.putCharge(opened);
  if (plan.fires === 'at-booking') book.faults.push(behaviour);
  if (plan.callback === 'out-of-order')
    book.tell({ type: 'charge.pending', charge: opened, copies: 1, delayMs: OVERTAKEN_CALLBACK_MS });
  if (declined) book.tell({ type: 'charge.declined', charge: opened, copies: 1, delayMs: 0 });
  const made = !declined && plan.decision === 'capture' ? capture(book, opened) : opened;
  return { kind: 'charge', charge: made, first: true };
}

/** A pending charge whose time has come is captured; any other is left as it is. */
export function captureDue(book: Book, reference: string): BookAnswer {
  const known = book.charge(reference);
  if (known?.state === 'pending') capture(book, known);
  return { kind: 'done' };
}

/**
 * Closes a charge without taking anything, if it is still in the bank's hands. A void that comes before its charge is
 * remembered, so that the charge is refused when it comes.
 */
export function voidCharge(book: Book, reference: string): BookAnswer {
  const known = book.charge(reference);
  const closed = known && (known.state !== 'pending' || !PLANS[known.behaviour].recallable);
  if (closed) return { kind: 'charge', charge: known, first: false };
  const voided: Charge = known
    ? { ...known, state: 'voided', dueAt: null }
    : {
        reference,
        bankReference: book.surroundings.newReference(),
        state: 'voided',
        asked: null,
        taken: null,
        fee: 0,
        refunded: 0,
        reason: null,
        behaviour: 'ok',
        digest: null,
        dueAt: null,
        capturedAt: null,
        revision: 1,
      };
  return { kind: 'charge', charge: book.putCharge(voided), first: true };
}

/** What the token stands for, and its page if it can be used only once; or why it cannot be charged. */
function tokenOf(
  book: Book,
  { token }: ChargeRequest,
): { behaviour: Behaviour; single?: Token } | { refused: string } {
  const fixed = book.surroundings.fixedTokens ? fixedToken(token) : undefined;
  if (fixed) return { behaviour: fixed };
  const known = book.token(token);
  if (!known || known.expired) return { refused: 'token-unknown' };
  if (known.usedBy !== null) return { refused: 'token-used' };
  return { behaviour: known.behaviour, single: known };
}

function capture(book: Book, pending: Charge): Charge {
  if (!pending.asked) throw new Error(`Charge ${pending.reference} has no amount`);
  const plan = PLANS[pending.behaviour];
  const taken = takenOf(pending.asked, plan.takes);
  const captured = book.putCharge({
    ...pending,
    state: 'captured',
    taken,
    fee: feeOf(taken),
    dueAt: null,
    capturedAt: book.surroundings.now,
  });
  if (plan.fires === 'at-capture') book.faults.push(pending.behaviour);
  if (plan.callback !== 'never')
    book.tell({
      type: 'charge.captured',
      charge: captured,
      copies: plan.callback === 'twice' ? 2 : 1,
      delayMs: plan.callback === 'late' ? LATE_CALLBACK_MS : 0,
    });
  return captured;
}

function takenOf(asked: Money, takes: 'asked' | 'more' | 'other-currency'): Money {
  if (takes === 'more') return { ...asked, minor: asked.minor + TOO_MUCH };
  if (takes === 'other-currency') return { ...asked, currency: asked.currency === 'CNY' ? 'USD' : 'CNY' };
  return asked;
}
