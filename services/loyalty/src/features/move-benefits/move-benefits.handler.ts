import { type EventId, newId } from '@evenkeel/kernel';
import { handles, type Work } from '@evenkeel/messaging';
import { Book } from '../../book.js';
import {
  type AccountRow,
  type CouponRow,
  type HoldRow,
  type OrderPointsRow,
  saveBook,
  selectAccounts,
  selectCoupons,
  selectHolds,
  selectOpenUses,
  selectOrderPoints,
  type UseRow,
} from '../../store/benefits-store.js';
import { decideBatch } from './decide-batch.js';
import { type BenefitsItem, moving } from './inputs.js';

/** Everything that moves points and coupons: loaded once a batch, folded in order of arrival, written once. */
export const moveBenefitsHandler = (welcomePoints: number) =>
  handles(moving, async (items, work) => {
    const book = await load(work, items);
    for (const { definition, subject, cause } of decideBatch(book, items, { welcomePoints }))
      work.emit(definition, subject, cause);
    for (const statement of saveBook(book)) work.write(statement);
  });

async function load(work: Work, items: readonly BenefitsItem[]): Promise<Book> {
  const customers = [...new Set(items.map((item) => item.data.customerId))].sort();
  const orders = [...new Set(items.flatMap((item) => ('orderId' in item.data ? [item.data.orderId] : [])))];
  const codes = items.flatMap((item) =>
    'coupon' in item.data && item.data.coupon ? [item.data.coupon] : [],
  );
  const [accounts, holds, orderPoints, coupons, openUses, clock] = await Promise.all([
    work.query<AccountRow>(selectAccounts(customers)),
    work.query<HoldRow>(selectHolds(orders)),
    work.query<OrderPointsRow>(selectOrderPoints(orders)),
    codes.length > 0 || orders.length > 0 ? work.query<CouponRow>(selectCoupons(codes, orders)) : [],
    codes.length > 0 ? work.query<UseRow>(selectOpenUses(customers)) : [],
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  const at = (clock[0]?.now ?? new Date(0)).toISOString();
  return new Book({ accounts, holds, orderPoints, coupons, openUses }, { newId: () => newId<EventId>(), at });
}
