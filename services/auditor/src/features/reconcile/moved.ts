import type { PaymentPart } from '@evenkeel/contracts';
import type { Money } from '@evenkeel/kernel';
import { negated, type OrderFile, sumByCurrency } from '../../difference.js';

/** What the bank holds for us, in the books: it keeps its fee of it. */
const BANK_ACCOUNTS = ['bank-clearing', 'bank-fees'];

/** What the bank took for an order, or one attempt at it, less what it gave back. */
export const movedAtBank = ({ settlement }: OrderFile, reference?: string): Money[] =>
  sumByCurrency(
    settlement
      .filter((line) => reference === undefined || line.reference === reference)
      .map(({ kind, amount }) => (kind === 'capture' ? amount : negated(amount))),
  );

/** The same as payment has it. */
export const movedHere = (
  { payment }: OrderFile,
  { attemptId, taken }: PaymentPart['attempts'][number],
): Money[] =>
  sumByCurrency([
    ...(taken ? [taken] : []),
    ...(payment?.refunds ?? [])
      .filter((refund) => refund.attemptId === attemptId && refund.state === 'done')
      .map(({ amount }) => negated(amount)),
  ]);

/** The same as the books have it. */
export const movedInBooks = ({ ledger }: OrderFile): Money[] =>
  sumByCurrency(
    (ledger?.balances ?? [])
      .filter(({ account }) => BANK_ACCOUNTS.includes(account))
      .map(({ balance, currency }) => ({ minor: balance, currency })),
  );
