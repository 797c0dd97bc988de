import type { Sku } from '@evenkeel/kernel';
import type { Shelf } from '../../shelf.js';
import type { Verdict } from './verdict.js';

export interface NewVariant {
  readonly sku: Sku;
  readonly openingStock: number;
}

/** Puts the opening stock of SKUs on the shelf that were never seen; one that is known keeps what it has. */
export function supply(shelf: Shelf, variants: readonly NewVariant[]): Verdict {
  for (const { sku, openingStock } of variants) {
    if (shelf.stockOf(sku)) continue;
    shelf.move(sku, { kind: 'supplied', onHand: openingStock, reason: 'opening stock' });
  }
  return { path: 'supplied', said: [] };
}
