import type { OrderId, Sku } from '@evenkeel/kernel';
import {
  type BatchDecision,
  decideBatch,
  type Knowledge,
  type StockInput,
} from '../features/move-stock/decide-batch.js';
import { type Reservation, type Round, roundKey } from '../reservation.js';
import type { Changes } from '../shelf.js';
import type { Movement, StockRow } from '../stock.js';

/** What the tables would hold, kept in memory: pure decisions can be put one after the other without a database. */
export class RememberedStock {
  readonly stock = new Map<Sku, StockRow>();
  readonly rounds = new Map<string, Round>();
  readonly reservations = new Map<string, Reservation>();
  readonly movements: Movement[] = [];
  readonly returned = new Map<Sku, number>();

  /** Decides a batch against all that is remembered, and remembers what it changed. */
  batch(...inputs: StockInput[]): BatchDecision {
    const decision = decideBatch(this.#knowledge(inputs), inputs);
    this.#apply(decision.changes);
    return decision;
  }

  /** The types of what a batch said, in order, without what shoppers see of a SKU. */
  says(...inputs: StockInput[]): string[] {
    return this.batch(...inputs)
      .said.map(({ definition }) => definition.type.replace('inventory.', ''))
      .filter((type) => type !== 'availability-changed');
  }

  outcome(orderId: OrderId, round = 1): string | undefined {
    return this.rounds.get(roundKey({ orderId, round }))?.outcome;
  }

  /** Pieces of a SKU in reservations of this status. */
  sum(sku: Sku, status: Reservation['status']): number {
    return [...this.reservations.values()]
      .filter((row) => row.sku === sku && row.status === status)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  }

  /** What an operator's adjustment reads beside the rows is nothing here: history starts with the batch. */
  #knowledge(inputs: readonly StockInput[]): Knowledge {
    const skus = inputs.flatMap((input) => (input.type === 'adjust' ? [input.sku] : []));
    return {
      stock: [...this.stock.values()],
      rounds: [...this.rounds.values()],
      reservations: [...this.reservations.values()],
      usedKeys: new Map(),
      history: new Map(skus.map((sku) => [sku, { sold: 0, movements: [] }])),
      now: '2026-01-01T00:00:00.000Z',
    };
  }

  #apply(changes: Changes): void {
    for (const row of changes.newStock) this.stock.set(row.sku, row);
    for (const { row } of changes.changedStock) this.stock.set(row.sku, row);
    for (const { beside: _, ...round } of changes.newRounds) this.rounds.set(roundKey(round), round);
    for (const { round } of changes.changedRounds) this.rounds.set(roundKey(round), round);
    for (const row of [...changes.newReservations, ...changes.leftHeld]) {
      const { holdSeconds: _, ...reservation } = { holdSeconds: 0, ...row };
      this.reservations.set(`${roundKey(row)}/${row.sku}`, reservation);
    }
    this.movements.push(...changes.movements);
    for (const { sku, quantity } of changes.returns) {
      this.returned.set(sku, (this.returned.get(sku) ?? 0) + quantity);
    }
  }
}

/** A warehouse with this many pieces of each SKU. */
export function stocked(pieces: Readonly<Record<string, number>>): RememberedStock {
  const remembered = new RememberedStock();
  const variants = Object.entries(pieces).map(([sku, openingStock]) => ({ sku: sku as Sku, openingStock }));
  remembered.batch({ type: 'supply', variants });
  return remembered;
}

/** A try for one or more SKUs. */
export function tryFor(orderId: OrderId, lines: Readonly<Record<string, number>>, round = 1): StockInput {
  const wanted = Object.entries(lines).map(([sku, quantity]) => ({ sku: sku as Sku, quantity }));
  return { type: 'try', orderId, round, lines: wanted, holdSeconds: 900 };
}
