import type { AccountName, Journal, JournalKind } from '@evenkeel/contracts';
import { type Currency, type JournalId, newId, type OrderId } from '@evenkeel/kernel';

/** A journal before it has a time: balanced, in one currency, for one event. */
export type NewJournal = Omit<Journal, 'postedAt'>;

/** A journal that does not sum to zero was about to be written: a fault of the program, never of the data. */
export class Unbalanced extends Error {
  override readonly name = 'Unbalanced';
}

interface About {
  readonly kind: JournalKind;
  readonly sourceEventId: string;
  readonly orderId: OrderId | null;
  readonly currency: Currency;
}

/** Debits and credits as positive amounts by account; amounts of zero are left out. */
export interface Sides {
  readonly debit: Partial<Record<AccountName, number>>;
  readonly credit: Partial<Record<AccountName, number>>;
}

/** Makes a journal of two sides, or null when nothing moves. Throws `Unbalanced`. */
export function journalOf(about: About, sides: Sides): NewJournal | null {
  const entries = [...entriesOf(sides.debit, 1), ...entriesOf(sides.credit, -1)].filter(
    (entry) => entry.amount !== 0,
  );
  const sum = entries.reduce((total, entry) => total + entry.amount, 0);
  if (sum !== 0) throw new Unbalanced(`${about.kind} of ${about.sourceEventId} is off by ${sum}`);
  return entries.length === 0 ? null : { journalId: newId<JournalId>(), ...about, entries };
}

function entriesOf(side: Partial<Record<AccountName, number>>, sign: 1 | -1) {
  return (Object.entries(side) as [AccountName, number][]).map(([account, amount]) => ({
    account,
    amount: sign * amount,
  }));
}
