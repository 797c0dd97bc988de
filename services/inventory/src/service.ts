import {
  type ActionOutput,
  adjustStock,
  defineGetCommands,
  getStock,
  listReservations,
  listStock,
  type Stock,
} from '@evenkeel/contracts';
import { getCommandOutcomes, type Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from '@evenkeel/runtime';
import { availableOf } from './reservation.js';
import { selectMovements, selectReservationsAfter, selectStockAfter } from './store/list-store.js';
import { type StockSqlRow, selectStock, toStock } from './store/stock-store.js';

type MovementRow = Omit<Stock['movements'][number], 'at'> & { readonly at: Date };
type ReservationItem = ActionOutput<typeof listReservations>['items'][number];
type StockItem = ActionOutput<typeof listStock>['items'][number];

/** The actions of the inventory service. */
export const inventoryActions = (db: Database, messaging: Messaging): ServedAction[] => [
  action(getStock, async ({ sku }) => {
    const [[row], movements] = await Promise.all([
      db.query<StockSqlRow>(selectStock([sku])),
      db.query<MovementRow>(selectMovements(sku)),
    ]);
    if (!row) return null;
    const stock = toStock(row);
    const { onHand, reserved, version, supplied, adjusted } = stock;
    return {
      sku,
      onHand,
      reserved,
      available: availableOf(stock),
      sold: supplied + adjusted - onHand,
      version,
      movements: movements.map((movement) => ({ ...movement, at: movement.at.toISOString() })),
    };
  }),
  action(adjustStock, async (input, { commandId, cause, caller, remainingMs }) => {
    const answer = await messaging.ask(adjustStock, input, { commandId, cause, caller, remainingMs });
    return answer as ActionOutput<typeof adjustStock>;
  }),
  action(listReservations, async ({ first, after, orderId, status }) => {
    const only = { orderId: orderId ?? null, status: status ?? null };
    const rows = await db.query<Omit<ReservationItem, 'expiresAt'> & { expiresAt: Date }>(
      selectReservationsAfter(readCursor(after ?? null), first, only),
    );
    const last = rows[rows.length - 1];
    return {
      items: rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() })),
      next: rows.length === first && last ? `${last.orderId}/${last.round}/${last.sku}` : null,
    };
  }),
  action(listStock, async ({ first, after }) => {
    const rows = await db.query<StockItem>(selectStockAfter(after ?? null, first));
    return { items: rows, next: rows.length === first ? (rows[rows.length - 1]?.sku ?? null) : null };
  }),
  action(defineGetCommands('inventory'), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
];

function readCursor(after: string | null) {
  const [orderId, round, sku] = after?.split('/') ?? [];
  return orderId && round && sku ? { orderId, round, sku } : null;
}
