import { type AccountName, getTrialBalance, listJournals, pageFrom } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import { action, messagingActions, type ServedAction } from '@evenkeel/runtime';
import { type JournalRow, selectJournals, selectTrialBalance, toJournal } from './store/ledger-store.js';

/** The actions of the finance service. */
export const financeActions = (db: Database): ServedAction[] => [
  action(listJournals, async ({ orderId, first, after }) => {
    const rows = await db.query<JournalRow>(selectJournals(orderId ?? null, after ?? null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.id, item: toJournal });
  }),
  action(getTrialBalance, () =>
    db.query<{ account: AccountName; currency: Currency; balance: number }>(selectTrialBalance),
  ),
  ...messagingActions('finance', db),
];
