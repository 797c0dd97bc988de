import type { AdjustStockResult, Stock } from '@evenkeel/contracts';
import type { Sku } from '@evenkeel/kernel';
import type { Shelf } from '../../shelf.js';
import { availableOf } from '../../stock.js';
import type { Path } from './verdict.js';

/** Movements that are shown of a SKU. */
export const SHOWN_MOVEMENTS = 100;

/** What an operator is shown of a SKU beside its row: pieces sold, and its latest movements, newest first. */
export interface History {
  readonly sold: number;
  readonly movements: readonly Stock['movements'][number][];
}

/** A change of what is on hand, asked for under a key of the operator. */
export interface Adjustment {
  /** Caller, operation and key as one text. */
  readonly keyName: string;
  readonly bodyHash: string;
  readonly sku: Sku;
  readonly delta: number;
  readonly reason: string;
}

/** What a key was answered before. */
export interface UsedKey {
  readonly bodyHash: string;
  readonly result: AdjustStockResult;
}

export type AdjustAnswer =
  | { readonly kind: 'decided'; readonly replayed: boolean; readonly result: AdjustStockResult }
  | { readonly kind: 'key-reused' };

export interface Adjusted {
  readonly path: Path;
  readonly answer: AdjustAnswer;
  /** What was on hand before and after, when something changed. */
  readonly change: { readonly from: number; readonly to: number } | null;
}

interface Known {
  readonly usedKeys: ReadonlyMap<string, UsedKey>;
  readonly history: ReadonlyMap<Sku, History>;
  /** The database's time. */
  readonly now: string;
}

/** Changes what is on hand, once for each key, and never below what is held for orders. */
export function adjust(shelf: Shelf, wanted: Adjustment, known: Known): Adjusted {
  const used = known.usedKeys.get(wanted.keyName);
  if (used) {
    const answer: AdjustAnswer =
      used.bodyHash === wanted.bodyHash
        ? { kind: 'decided', replayed: true, result: used.result }
        : { kind: 'key-reused' };
    return { path: 'adjustment-replayed', answer, change: null };
  }
  const { sku, delta, reason } = wanted;
  const refuse = (result: AdjustStockResult): Adjusted => ({
    path: 'adjustment-refused',
    answer: { kind: 'decided', replayed: false, result },
    change: null,
  });
  const row = shelf.stockOf(sku);
  if (!row) return refuse({ kind: 'unknown-sku' });
  const available = availableOf(row);
  if (available + delta < 0) return refuse({ kind: 'below-reserved', available });
  const moved = shelf.move(sku, { kind: 'adjusted', onHand: delta, reason });
  const stock = stockOf(shelf, sku, known);
  return {
    path: 'adjusted',
    answer: { kind: 'decided', replayed: false, result: { kind: 'adjusted', stock } },
    change: { from: row.onHand, to: moved.onHand },
  };
}

/** The SKU as the batch has left it so far. */
function stockOf(shelf: Shelf, sku: Sku, { history, now }: Known): Stock {
  const row = shelf.stockOf(sku);
  const before = history.get(sku);
  if (!row || !before) throw new Error(`The history of ${sku} was not read`);
  const fresh = shelf.movements.filter((movement) => movement.sku === sku);
  const soldNow = fresh
    .filter(({ kind }) => kind === 'confirmed' || kind === 'returned')
    .reduce((sum, { onHandDelta }) => sum - onHandDelta, 0);
  const shown = fresh.map(({ sku: _, ...movement }) => ({ ...movement, at: now })).reverse();
  return {
    sku,
    onHand: row.onHand,
    reserved: row.reserved,
    available: availableOf(row),
    sold: before.sold + soldNow,
    version: row.version,
    movements: [...shown, ...before.movements].slice(0, SHOWN_MOVEMENTS),
  };
}
