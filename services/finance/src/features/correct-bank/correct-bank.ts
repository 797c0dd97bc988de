import type { Money, OrderId } from '@evenkeel/kernel';
import { journalOf, type NewJournal } from '../../ledger.js';

interface Correction {
  readonly orderId: OrderId;
  /** What the bank holds for the order. */
  readonly atBank: Money;
  /** What the books say that it holds, in minor units of the same currency. */
  readonly inBooks: number;
  /** The command that asked for it. */
  readonly sourceEventId: string;
}

/** Makes the books say what the bank says; the difference waits in suspense. Null when they already do. */
export function correctionOf({ orderId, atBank, inBooks, sourceEventId }: Correction): NewJournal | null {
  const missing = atBank.minor - inBooks;
  const about = { kind: 'bank-correction', sourceEventId, orderId, currency: atBank.currency } as const;
  return journalOf(about, { debit: { 'bank-clearing': missing }, credit: { suspense: missing } });
}
