import {
  type AccountName,
  type FinanceVitals,
  getFinanceVitals,
  getTrialBalance,
  type LedgerPart,
  listJournals,
  listOrderPartsOfFinance,
  listSales,
  pageFrom,
} from '@evenkeel/contracts';
import type { Currency, OrderId } from '@evenkeel/kernel';
import { type Database, theOne } from '@evenkeel/postgres';
import { action, messagingActions, type ServedAction } from '@evenkeel/runtime';
import {
  type JournalRow,
  type SaleRow,
  selectJournals,
  selectSalesAfter,
  selectTrialBalance,
  toJournal,
} from './store/ledger-store.js';
import { selectParts } from './store/parts-store.js';
import { selectVitals } from './store/vitals-store.js';

/** The actions of the finance service. */
export const financeActions = (db: Database): ServedAction[] => [
  action(listJournals, async ({ orderId, first, after }) => {
    const rows = await db.query<JournalRow>(selectJournals(orderId ?? null, after ?? null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.id, item: toJournal });
  }),
  action(listSales, async ({ first, after }) => {
    const rows = await db.query<SaleRow>(selectSalesAfter((after ?? null) as OrderId | null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.orderId, item: (row) => row });
  }),
  action(getTrialBalance, () =>
    db.query<{ account: AccountName; currency: Currency; balance: number }>(selectTrialBalance),
  ),
  action(getFinanceVitals, () => theOne<FinanceVitals>(db, selectVitals)),
  action(listOrderPartsOfFinance, async ({ first, after, upTo }) => {
    const rows = await db.query<LedgerPart>(selectParts(after ?? null, upTo ?? null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.orderId, item: (row) => row });
  }),
  ...messagingActions('finance', db),
];
