import {
  type CouponTerms,
  getLoyaltyVitals,
  type LoyaltyVitals,
  listAccounts,
  listCoupons,
  listEntries,
  listHolds,
  listOrderPartsOfLoyalty,
  listOrderPoints,
  type PointsPart,
  pageFrom,
} from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { type Database, theOne } from '@evenkeel/postgres';
import { action, messagingActions, type ServedAction } from '@evenkeel/runtime';
import type { Account, Hold, HoldStatus } from './benefits.js';
import {
  type EntryRow,
  type OrderPointsRow,
  selectAccountsAfter,
  selectCouponsAfter,
  selectEntriesAfter,
  selectHoldsAfter,
  selectOrderPointsAfter,
} from './store/list-store.js';
import { selectParts } from './store/parts-store.js';
import { selectVitals } from './store/vitals-store.js';

type AccountSum = Account & { readonly entriesCount: number; readonly entriesSum: number };
type HoldRow = Omit<Hold, 'why'> & {
  readonly orderId: OrderId;
  readonly status: HoldStatus;
  readonly earned: number;
  readonly reversed: boolean;
  readonly at: Date;
};

/** The actions of the loyalty service: all of them only read. */
export const loyaltyActions = (db: Database): ServedAction[] => [
  action(listAccounts, async ({ first, after, customerId }) => {
    const rows = await db.query<AccountSum>(
      selectAccountsAfter(after ?? null, first + 1, customerId ?? null),
    );
    return pageFrom(rows, first, { cursor: (row) => row.customerId, item: (row) => row });
  }),
  action(listHolds, async ({ first, after, orderId }) => {
    const rows = await db.query<HoldRow>(
      selectHoldsAfter(readCursor(after ?? null), first + 1, orderId ?? null),
    );
    return pageFrom(rows, first, {
      cursor: (row) => `${row.orderId}/${row.round}`,
      item: (row) => ({ ...row, at: row.at.toISOString() }),
    });
  }),
  action(listOrderPoints, async ({ first, after }) => {
    const rows = await db.query<OrderPointsRow>(
      selectOrderPointsAfter((after ?? null) as OrderId | null, first + 1),
    );
    return pageFrom(rows, first, { cursor: (row) => row.orderId, item: (row) => row });
  }),
  action(listEntries, async ({ first, after, customerId }) => {
    const rows = await db.query<EntryRow>(selectEntriesAfter(after ?? null, first + 1, customerId ?? null));
    return pageFrom(rows, first, {
      cursor: (row) => row.id,
      item: (row) => ({ ...row, at: row.at.toISOString() }),
    });
  }),
  action(listCoupons, async ({ first, after }) => {
    const rows = await db.query<{ code: string; terms: string; uses: number }>(
      selectCouponsAfter(after ?? null, first + 1),
    );
    return pageFrom(rows, first, {
      cursor: (row) => row.code,
      item: (row) => ({ ...(JSON.parse(row.terms) as CouponTerms), used: row.uses }),
    });
  }),
  action(getLoyaltyVitals, () => theOne<LoyaltyVitals>(db, selectVitals)),
  action(listOrderPartsOfLoyalty, async ({ first, after, upTo }) => {
    const rows = await db.query<PointsPart>(selectParts(after ?? null, upTo ?? null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.orderId, item: (row) => row });
  }),
  ...messagingActions('loyalty', db),
];

function readCursor(after: string | null) {
  const [orderId, round] = after?.split('/') ?? [];
  return orderId && round ? { orderId, round: Number(round) } : null;
}
