import { assertNever } from '@evenkeel/kernel';
import type { Book } from './book.js';
import { captureDue, charge, voidCharge } from './charge.js';
import { refund } from './refund.js';
import type { BookAnswer, BookRequest } from './requests.js';

/** Carries one request out in the book and says how it went. */
export function decide(book: Book, request: BookRequest): BookAnswer {
  switch (request.type) {
    case 'charge':
      return charge(book, request);
    case 'void':
      return voidCharge(book, request.reference);
    case 'capture':
      return captureDue(book, request.reference);
    case 'refund':
      return refund(book, request);
    case 'keep-token':
      book.putToken({ token: request.token, behaviour: request.behaviour, usedBy: null, expired: false });
      return { kind: 'done' };
    default:
      return assertNever(request);
  }
}
