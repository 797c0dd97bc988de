import { type Availability, LOW_STOCK } from '@evenkeel/contracts';
import { availableOf, type StockRow } from './reservation.js';

/** What shoppers may know of a SKU: its state, and numbers only when it is low. */
export function toAvailability(row: StockRow): Availability {
  const available = availableOf(row);
  const { sku, reserved: held, version } = row;
  if (available <= 0) return { sku, state: 'sold-out', left: null, held, version };
  if (available <= LOW_STOCK) return { sku, state: 'low', left: available, held, version };
  return { sku, state: 'in-stock', left: null, held: null, version };
}

/** Whether a shopper would see the difference. */
export function isVisible(before: StockRow | null, after: StockRow): boolean {
  if (!before) return true;
  const [a, b] = [toAvailability(before), toAvailability(after)];
  return a.state !== b.state || a.left !== b.left || a.held !== b.held;
}
