import type { Book } from './book.js';
import type { BookAnswer, RefundRequest } from './requests.js';

/** Gives money of a captured charge back, once for each refund id and never more than was taken. */
export function refund(book: Book, request: RefundRequest): BookAnswer {
  const known = book.refund(request.refundId);
  if (known) {
    return known.digest === request.digest
      ? { kind: 'refund', refund: known, first: false }
      : { kind: 'other-body' };
  }
  const charge = book.charge(request.reference);
  if (!charge) return { kind: 'refused', why: 'unknown-charge' };
  if (charge.state !== 'captured' || !charge.taken) return { kind: 'refused', why: 'not-captured' };
  const { taken, refunded } = charge;
  const { amount } = request;
  if (amount.currency !== taken.currency || amount.minor > taken.minor - refunded)
    return { kind: 'refused', why: 'more-than-is-left' };
  book.putCharge({ ...charge, refunded: refunded + amount.minor });
  const { type: _, ...made } = { ...request, bankReference: book.surroundings.newReference() };
  book.putRefund(made);
  return { kind: 'refund', refund: made, first: true };
}
