import type { AccountName, JournalKind } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';
import {
  type BookedItem,
  journalFor,
} from '../../../services/finance/src/features/book-journals/book-journals.js';
import type { Part } from '../checker/model.js';
import { itemOf } from './letters.js';

/** The ledger, summed up. */
export interface FinanceState {
  /** By account and currency; debits are positive. */
  readonly balances: Readonly<Partial<Record<`${AccountName} ${Currency}`, number>>>;
  /** How many journals of a kind an order has. */
  readonly journals: Readonly<Record<`${JournalKind} ${string}`, number>>;
}

export const EMPTY_LEDGER: FinanceState = { balances: {}, journals: {} };

export const finance: Part<FinanceState> = {
  receive(state, message) {
    const journal = journalFor(itemOf<BookedItem>(message));
    if (!journal) return { state, letters: [] };
    const balances = { ...state.balances };
    for (const { account, amount } of journal.entries) {
      const key = `${account} ${journal.currency}` as const;
      balances[key] = (balances[key] ?? 0) + amount;
    }
    const kind = `${journal.kind} ${journal.orderId}` as const;
    const journals = { ...state.journals, [kind]: (state.journals[kind] ?? 0) + 1 };
    return { state: { balances, journals }, letters: [] };
  },
  tell: ({ journals }) => Object.keys(journals).join(', ') || 'no journals',
};
