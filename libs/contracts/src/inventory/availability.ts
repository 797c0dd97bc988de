import type { Sku } from '@evenkeel/kernel';
import { type Availability, LOW_STOCK } from './inventory-messages.js';

/** What shoppers may know of a SKU: its state, and numbers only when it is low or sold out. */
export function availabilityOf(row: {
  readonly sku: Sku;
  readonly onHand: number;
  readonly reserved: number;
  readonly version: number;
}): Availability {
  const { sku, reserved: held, version } = row;
  const available = row.onHand - held;
  if (available <= 0) return { sku, state: 'sold-out', left: null, held, version };
  if (available <= LOW_STOCK) return { sku, state: 'low', left: available, held, version };
  return { sku, state: 'in-stock', left: null, held: null, version };
}
