import type { AdjustStockResult } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import type { Work } from '@evenkeel/messaging';
import type { Reservation } from '../../reservation.js';
import type { StockRow } from '../../stock.js';
import { type KeyRow, keyName, selectKeys } from '../../store/key-store.js';
import { type MovementRow, selectMovements, selectSold } from '../../store/list-store.js';
import { type RoundRow, selectReservations, selectRounds, toRound } from '../../store/reservation-store.js';
import { selectStock, selectStockOfOrders } from '../../store/stock-store.js';
import { SHOWN_MOVEMENTS } from './adjust.js';
import type { Knowledge, StockInput } from './decide-batch.js';

/** An operator's key that comes with an adjustment. */
export type AskedKey = Pick<KeyRow, 'caller' | 'operation' | 'key'>;

/**
 * Reads all that a batch names, in one flight. The fences are read first: who changes a round changes its fence, so
 * a row that moves between two of these reads is noticed when the fence, or the stock row, is written.
 */
export async function load(
  work: Work,
  inputs: readonly StockInput[],
  keys: readonly AskedKey[],
): Promise<Knowledge> {
  const { skus, orders, onlyTries } = namesOf(inputs);
  const adjusted = inputs.flatMap((input) => (input.type === 'adjust' ? [input.sku] : []));
  const [rounds, reservations, stock, asked] = await Promise.all([
    orders.length > 0 ? work.query<RoundRow>(selectRounds(orders)) : [],
    // A first try has no reservations yet, and a repeated one is answered by its fence.
    onlyTries ? [] : work.query<Reservation>(selectReservations(orders)),
    work.query<StockRow>(onlyTries ? selectStock(skus) : selectStockOfOrders(skus, orders)),
    adjusted.length > 0 ? loadForAdjustments(work, adjusted, keys) : NOTHING_ASKED,
  ]);
  return { rounds: rounds.map(toRound), reservations, stock, ...asked };
}

function namesOf(inputs: readonly StockInput[]) {
  const skus = new Set<Sku>();
  const orders = new Set<OrderId>();
  for (const input of inputs) {
    if ('orderId' in input) orders.add(input.orderId);
    if (input.type === 'try') for (const { sku } of input.lines) skus.add(sku);
    if (input.type === 'supply') for (const { sku } of input.variants) skus.add(sku);
    if (input.type === 'adjust') skus.add(input.sku);
  }
  const onlyTries = inputs.every(({ type }) => type === 'try' || type === 'supply' || type === 'adjust');
  return { skus: [...skus].sort(), orders: [...orders], onlyTries };
}

const NOTHING_ASKED: Pick<Knowledge, 'usedKeys' | 'history' | 'now'> = {
  usedKeys: new Map(),
  history: new Map(),
  now: '',
};

async function loadForAdjustments(work: Work, skus: readonly Sku[], keys: readonly AskedKey[]) {
  const [used, sold, movements, clock] = await Promise.all([
    work.query<KeyRow>(selectKeys(keys)),
    work.query<{ sku: Sku; sold: number }>(selectSold(skus)),
    work.query<MovementRow>(selectMovements(skus, SHOWN_MOVEMENTS)),
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  const usedKeys = new Map(
    used.map((row) => [
      keyName(row),
      { bodyHash: row.bodyHash, result: JSON.parse(row.result) as AdjustStockResult },
    ]),
  );
  return {
    usedKeys,
    history: historyOf(skus, sold, movements),
    now: (clock[0]?.now ?? new Date(0)).toISOString(),
  };
}

/** What is shown of each SKU beside its row. */
export function historyOf(
  skus: readonly Sku[],
  sold: readonly { readonly sku: Sku; readonly sold: number }[],
  movements: readonly MovementRow[],
): Knowledge['history'] {
  const soldOf = new Map(sold.map((row) => [row.sku, row.sold]));
  return new Map(
    skus.map((sku) => [
      sku,
      {
        sold: soldOf.get(sku) ?? 0,
        movements: movements
          .filter((movement) => movement.sku === sku)
          .map(({ sku: _, at, ...movement }) => ({ ...movement, at: at.toISOString() })),
      },
    ]),
  );
}
