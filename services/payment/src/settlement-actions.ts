import { getFirstPaymentDay, listSettlement } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from '@evenkeel/runtime';
import type { Bank } from './bank/bank.js';
import { selectFirstDay, selectOrdersOf } from './store/settlement-store.js';

/** What the bank's settlement file says, with the orders that its lines are for. */
export const settlementActions = (db: Database, bank: Pick<Bank, 'settlement'>): ServedAction[] => [
  action(listSettlement, async ({ date, from }) => {
    const found = await bank.settlement(date, from);
    const orders = await db.query<{ id: string; orderId: OrderId }>(
      selectOrdersOf(found.map(({ reference }) => reference)),
    );
    const orderOf = new Map(orders.map(({ id, orderId }) => [id, orderId]));
    const lines = found.map(({ type, reference, amount, currency, at }, i) => ({
      line: from + i,
      kind: type,
      reference,
      orderId: orderOf.get(reference) ?? null,
      amount: { minor: amount, currency },
      at,
    }));
    return { lines, next: lines.length > 0 ? from + lines.length : null };
  }),
  action(getFirstPaymentDay, async () => {
    const [days] = await db.query<{ first: string | null; today: string }>(selectFirstDay);
    if (!days) throw new Error('The database does not know what day it is');
    return days;
  }),
];
