import type { Sku } from '@evenkeel/kernel';
import { decideBatch } from '../../../services/inventory/src/features/move-stock/decide-batch.js';
import {
  type AdjustItem,
  type StockItem,
  toStockInput,
} from '../../../services/inventory/src/features/move-stock/inputs.js';
import { isOver } from '../../../services/inventory/src/features/sweep-holds/judge-hold.js';
import { type Reservation, type Round, roundKey } from '../../../services/inventory/src/reservation.js';
import type { Changes } from '../../../services/inventory/src/shelf.js';
import type { StockRow } from '../../../services/inventory/src/stock.js';
import type { Due, Part } from '../checker/model.js';
import { Violation } from '../checker/violation.js';
import { itemOf, streamed } from './letters.js';
import type { OrderState } from './order.js';

/** The tables of inventory, by key. */
export interface InventoryState {
  readonly stock: Readonly<Record<Sku, StockRow>>;
  readonly rounds: Readonly<Record<string, Round>>;
  readonly reservations: Readonly<Record<string, Reservation>>;
  /** Pieces that came back, and that came in, by SKU. */
  readonly returned: Readonly<Record<string, number>>;
  readonly supplied: Readonly<Record<string, number>>;
}

/** A warehouse with so many pieces of one SKU. */
export const stocked = (sku: Sku, pieces: number): InventoryState => ({
  stock: { [sku]: { sku, onHand: pieces, reserved: 0, version: 1 } },
  rounds: {},
  reservations: {},
  returned: {},
  supplied: { [sku]: pieces },
});

export const inventory: Part<InventoryState> = {
  receive(state, message) {
    const item = itemOf<Exclude<StockItem, AdjustItem>>(message);
    const rows = {
      stock: Object.values(state.stock),
      rounds: Object.values(state.rounds),
      reservations: Object.values(state.reservations),
    };
    const { changes, said } = decideBatch({ ...rows, usedKeys: new Map(), history: new Map(), now: '' }, [
      toStockInput(item),
    ]);
    checkVersions(changes);
    return {
      state: save(state, changes),
      letters: said.flatMap(({ definition, data }) => streamed(definition, data)),
    };
  },
  tell(state) {
    const rounds = Object.values(state.rounds).map((round) => `${roundKey(round)} ${round.outcome}`);
    const stock = Object.values(state.stock).map(
      ({ sku, onHand, reserved }) => `${onHand} of ${sku} on hand and ${reserved} reserved`,
    );
    return [...stock, ...rounds].join(', ');
  },
};

const ONE_MOVEMENT = {
  name: 'I4',
  sentence: 'Every change of a stock row is a movement, and leads to the next version.',
};

function checkVersions({ changedStock, movements }: Changes): void {
  for (const { row, before } of changedStock) {
    const made = movements.filter(({ sku }) => sku === row.sku).length;
    if (row.version !== before.version + made)
      throw new Violation(
        ONE_MOVEMENT,
        `${made} movements led from version ${before.version} to ${row.version}`,
      );
  }
}

/** Versions only count, so they would only make more worlds; what they count was checked. */
const uncounted = <Row extends { readonly version: number }>(row: Row): Row => ({ ...row, version: 1 });

function save(state: InventoryState, changes: Changes): InventoryState {
  const stock = [...changes.newStock, ...changes.changedStock.map(({ row }) => row)].map(uncounted);
  const rounds = [...changes.newRounds, ...changes.changedRounds.map(({ round }) => round)].map(uncounted);
  const fresh = changes.newReservations.map(({ holdSeconds: _, ...row }): Reservation => row);
  const reservations = [...fresh, ...changes.leftHeld];
  return {
    stock: { ...state.stock, ...keyed(stock, ({ sku }) => sku) },
    rounds: { ...state.rounds, ...keyed(rounds, roundKey) },
    reservations: {
      ...state.reservations,
      ...keyed(reservations, (row) => `${roundKey(row)}/${row.sku}`),
    },
    returned: count(state.returned, changes.returns),
    supplied: state.supplied,
  };
}

const keyed = <Row>(rows: readonly Row[], key: (row: Row) => string): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [key(row), row]));

function count(counts: Readonly<Record<string, number>>, more: readonly { sku: Sku; quantity: number }[]) {
  const next = { ...counts };
  for (const { sku, quantity } of more) next[sku] = (next[sku] ?? 0) + quantity;
  return next;
}

/** The sweeper of holds asks `order` how each order stands; its word may be old when the hold is given back. */
export function overdueHolds(state: InventoryState, orders: OrderState): Due[] {
  return Object.values(state.rounds).flatMap(({ orderId, round, outcome }): Due[] => {
    if (outcome !== 'granted' || !isOver(orders[orderId]?.progress.state ?? null, false)) return [];
    const data = { orderId, round };
    const message = { type: 'inventory.hold-overdue', data, by: 'local' } as const;
    return [{ to: 'inventory', message, travels: true, repeats: true }];
  });
}
