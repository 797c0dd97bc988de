import { Book } from '../../../infra/bank/src/book/book.js';
import { decide } from '../../../infra/bank/src/book/decide.js';
import type { BookRequest } from '../../../infra/bank/src/book/requests.js';
import { type Charge, type Refund, viewOf } from '../../../infra/bank/src/charge.js';
import { toStatement } from '../../../services/payment/src/bank/bank.js';
import { afterNotFound } from '../../../services/payment/src/features/ask-bank/question.js';
import type { Due, Message, Part, Reaction } from '../checker/model.js';
import { answered, called, type Question, type RefundQuestion } from './bank-line.js';
import { NOON } from './clock.js';

/** The bank's book, by merchant's reference and refund id. */
export interface BankState {
  readonly charges: Readonly<Record<string, Charge>>;
  readonly refunds: Readonly<Record<string, Refund>>;
}

export const EMPTY_BOOK: BankState = { charges: {}, refunds: {} };

export const bank: Part<BankState> = {
  receive(state, message) {
    switch (message.type) {
      case 'bank.charge':
      case 'bank.void':
        return askAbout(state, message);
      case 'bank.query':
        return query(state, message);
      case 'bank.refund':
        return refund(state, message);
      case 'bank.capture-due':
        return write(state, {
          type: 'capture',
          reference: (message.data as { reference: string }).reference,
        });
      default:
        throw new Error(`The bank has no door for ${message.type}`);
    }
  },
  tell: ({ charges }) =>
    Object.values(charges)
      .map(
        ({ reference, state, taken, refunded }) =>
          `charge ${reference.slice(0, 4)} ${state}${taken ? `, ${taken.minor} taken and ${refunded} refunded` : ''}`,
      )
      .join('; ') || 'nothing in the book',
};

function askAbout(state: BankState, { type, data }: Message): Reaction<BankState> {
  const { attempt, unheard } = data as Question;
  const { attemptId: reference, amount } = attempt;
  const token = attempt.token ?? '';
  const request: BookRequest =
    type === 'bank.void'
      ? { type: 'void', reference }
      : {
          type: 'charge',
          reference,
          amount,
          token,
          digest: `${amount.minor} ${token}`,
          override: null,
          refusedBefore: 0,
        };
  const written = write(state, request);
  const charge = written.state.charges[reference];
  if (!charge || unheard) return written;
  return {
    ...written,
    letters: [...written.letters, answered(attempt.attemptId, toStatement(viewOf(charge)))],
  };
}

/** About an attempt that the bank does not know it is asked once more at once, as `ask-bank` does. */
function query(state: BankState, { data }: Message): Reaction<BankState> {
  const { attempt, unheard } = data as Question;
  if (unheard) return { state, letters: [] };
  const charge = state.charges[attempt.attemptId];
  if (charge) return { state, letters: [answered(attempt.attemptId, toStatement(viewOf(charge)))] };
  const next = afterNotFound(attempt);
  if (next === 'query') return { state, letters: [answered(attempt.attemptId, { status: 'not-found' })] };
  const message: Message = { type: `bank.${next}`, data: { attempt }, by: 'request' };
  return { state, letters: [{ to: 'bank', message }] };
}

function refund(state: BankState, { data }: Message): Reaction<BankState> {
  const { refund: asked, unheard } = data as RefundQuestion;
  const { refundId, attemptId: reference, amount } = asked;
  const written = write(state, { type: 'refund', refundId, reference, amount, digest: `${amount.minor}` });
  if (unheard) return written;
  const bankReference = written.state.refunds[refundId]?.bankReference ?? null;
  const message: Message = {
    type: 'payment.refund-spoke',
    data: { refundId, bankReference },
    by: 'answer',
  };
  return { ...written, letters: [...written.letters, { to: 'payment', message }] };
}

function write(state: BankState, request: BookRequest): Reaction<BankState> {
  const pages = {
    charges: Object.values(state.charges),
    refunds: Object.values(state.refunds),
    tokens: [],
  };
  const around = { now: new Date(NOON), slowMs: 1_000, fixedTokens: true, newReference: () => 'ev' };
  const book = new Book(pages, around);
  decide(book, request);
  const { charges, refunds } = book.changes();
  return {
    state: {
      charges: { ...state.charges, ...keyed([...charges.added, ...charges.changed], 'reference') },
      refunds: { ...state.refunds, ...keyed(refunds, 'refundId') },
    },
    letters: book.news.flatMap(called),
  };
}

const keyed = <Key extends string, Page extends { readonly [K in Key]: string }>(
  pages: readonly Page[],
  key: Key,
): Record<string, Page> => Object.fromEntries(pages.map((page) => [page[key], page]));

/** A charge in the bank's hands is captured when its time has come. */
export const dueCaptures = ({ charges }: BankState): Due[] =>
  Object.values(charges).flatMap(({ reference, dueAt }): Due[] =>
    dueAt === null
      ? []
      : [
          {
            to: 'bank',
            message: { type: 'bank.capture-due', data: { reference }, by: 'local' },
            travels: false,
            repeats: false,
          },
        ],
  );
