import type { PaymentPart } from '@evenkeel/contracts';
import type { Money } from '@evenkeel/kernel';
import {
  type Check,
  type Difference,
  negated,
  type OrderFile,
  say,
  sumByCurrency,
} from '../../difference.js';
import { movedAtBank, movedHere, movedInBooks } from './moved.js';

type Attempt = PaymentPart['attempts'][number];

const OPEN = ['initiated', 'unknown', 'pending'];

const alike = (one: readonly Money[], other: readonly Money[]): boolean =>
  sumByCurrency([...one, ...other.map(negated)]).length === 0;
const list = (amounts: readonly Money[]): string => amounts.map(say).join(' and ') || say(null);

/** P3: what the bank moved for an order is what payment and the books say; money on its way is left alone. */
export const checkBank: Check = (file, graceSeconds) => {
  const { payment, settlement, ledger, orderId } = file;
  const isOld = settlement.every(({ ageSeconds }) => ageSeconds > graceSeconds);
  const refunding = payment?.refunds.some(({ state }) => state === 'asked') ?? false;
  if (!isOld || refunding) return [];
  const atBank = movedAtBank(file);
  const inBooks = movedInBooks(file);
  // A correction says that we know of a difference; it holds as long as the books say what the bank says.
  const explained = (ledger?.kinds.includes('bank-correction') ?? false) && alike(atBank, inBooks);
  if (explained) return [];
  const found = (payment?.attempts ?? []).flatMap((attempt) => ofAttempt(file, attempt, graceSeconds));
  if (found.length > 0 || alike(atBank, inBooks)) return found;
  const evidence = [
    { side: 'bank', says: list(atBank) },
    { side: 'finance', says: list(inBooks) },
  ];
  return [
    { class: 'books-differ', subject: orderId, orderId, atStake: atBank[0] ?? inBooks[0] ?? null, evidence },
  ];
};

function ofAttempt(file: OrderFile, attempt: Attempt, graceSeconds: number): Difference[] {
  const { attemptId, state, taken, ageSeconds } = attempt;
  if (ageSeconds <= graceSeconds) return [];
  const bank = movedAtBank(file, attemptId);
  const here = movedHere(file, attempt);
  const captured = file.settlement.find((line) => line.reference === attemptId && line.kind === 'capture');
  const about = {
    subject: attemptId,
    orderId: file.orderId,
    atStake: captured?.amount ?? taken,
    evidence: [
      {
        side: 'bank',
        says: captured ? `took ${say(captured.amount)}, holds ${list(bank)}` : 'knows nothing',
      },
      { side: 'payment', says: `${state}, holds ${list(here)} of order ${file.orderId}` },
    ],
  };
  if (captured && !taken)
    return [{ class: OPEN.includes(state) ? 'paid-at-bank-only' : 'bank-took-for-nobody', ...about }];
  if (!captured && taken) return [{ class: 'paid-here-only', ...about }];
  return alike(bank, here) ? [] : [{ class: 'amount-differs', ...about }];
}
