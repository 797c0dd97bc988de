import {
  type ActionOutput,
  adjustStock,
  getInventoryVitals,
  getStock,
  type InventoryVitals,
  listOrderPartsOfInventory,
  listReservations,
  listStock,
  Problem,
  pageFrom,
  type StockPart,
} from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import type { Messaging } from '@evenkeel/messaging';
import { type Database, theOne } from '@evenkeel/postgres';
import { action, messagingActions, type ServedAction } from '@evenkeel/runtime';
import { type AdjustAnswer, SHOWN_MOVEMENTS } from './features/move-stock/adjust.js';
import { historyOf } from './features/move-stock/load.handler.js';
import type { HoldSweep } from './features/sweep-holds/hold.sweeper.js';
import { releaseDeadHoldsAction } from './features/sweep-holds/release-dead.handler.js';
import { availableOf, type StockRow } from './stock.js';
import {
  type MovementRow,
  type ReservationCursor,
  selectMovements,
  selectReservationsAfter,
  selectSold,
  selectStockAfter,
} from './store/list-store.js';
import { selectParts } from './store/parts-store.js';
import { selectStock } from './store/stock-store.js';
import { selectVitals } from './store/vitals-store.js';

type ReservationItem = ActionOutput<typeof listReservations>['items'][number];
type StockItem = ActionOutput<typeof listStock>['items'][number];

interface Parts {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'ask' | 'tell'>;
  readonly askOrders: HoldSweep['askOrders'];
}

/** The actions of the inventory service. */
export const inventoryActions = ({ db, messaging, askOrders }: Parts): ServedAction[] => [
  releaseDeadHoldsAction({ db, messaging, askOrders }),
  action(getStock, async ({ sku }) => {
    const [[row], sold, movements] = await Promise.all([
      db.query<StockRow>(selectStock([sku])),
      db.query<{ sku: Sku; sold: number }>(selectSold([sku])),
      db.query<MovementRow>(selectMovements([sku], SHOWN_MOVEMENTS)),
    ]);
    const history = historyOf([sku], sold, movements).get(sku);
    if (!row || !history) return null;
    return { ...row, available: availableOf(row), sold: history.sold, movements: [...history.movements] };
  }),
  action(adjustStock, async (input, { commandId, cause, caller, remainingMs }) => {
    const asked = { commandId, cause, caller, remainingMs };
    const answer = (await messaging.ask(adjustStock, input, asked)) as AdjustAnswer;
    if (answer.kind === 'key-reused') {
      throw new Problem(
        'house.key-reused',
        'This idempotency key was used before with another body; use a new key',
      );
    }
    return { replayed: answer.replayed, result: answer.result };
  }),
  action(listReservations, async ({ first, after, orderId, status }) => {
    const only = { orderId: orderId ?? null, status: status ?? null };
    const rows = await db.query<Omit<ReservationItem, 'expiresAt'> & { expiresAt: Date }>(
      selectReservationsAfter(after ? readCursor(after) : null, first + 1, only),
    );
    return pageFrom(rows, first, {
      cursor: ({ orderId: order, round, sku }) => `${order}/${round}/${sku}`,
      item: (row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }),
    });
  }),
  action(listStock, async ({ first, after, skus }) => {
    const rows = await db.query<StockItem>(selectStockAfter(after ?? null, first + 1, skus ?? null));
    return pageFrom(rows, first, { cursor: ({ sku }) => sku, item: (row) => row });
  }),
  action(getInventoryVitals, () => theOne<InventoryVitals>(db, selectVitals)),
  action(listOrderPartsOfInventory, async ({ first, after, upTo }) => {
    const rows = await db.query<StockPart>(selectParts(after ?? null, upTo ?? null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.orderId, item: (row) => row });
  }),
  ...messagingActions('inventory', db),
];

function readCursor(after: string): ReservationCursor {
  const [, orderId, round, sku] = /^(\d{1,19})\/(\d{1,9})\/(.+)$/.exec(after) ?? [];
  if (!orderId || !round || !sku) {
    throw new Problem('house.invalid-input', 'This cursor is not one that this list has given out');
  }
  return { orderId: orderId as OrderId, round: Number(round), sku: sku as Sku };
}
