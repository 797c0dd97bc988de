import { type Availability, LOW_STOCK, type Stock } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';

/** The stock of one SKU as it is stored. */
export interface StockRow {
  readonly sku: Sku;
  readonly onHand: number;
  readonly reserved: number;
  readonly version: number;
}

export type MovementKind = Stock['movements'][number]['kind'];

/** One change of a stock row, which made this version of it. */
export interface Movement {
  readonly sku: Sku;
  readonly version: number;
  readonly kind: MovementKind;
  readonly onHandDelta: number;
  readonly reservedDelta: number;
  readonly orderId: OrderId | null;
  readonly reason: string | null;
}

export const availableOf = ({ onHand, reserved }: Pick<StockRow, 'onHand' | 'reserved'>): number =>
  onHand - reserved;

/** What shoppers may know of a SKU: its state, and numbers only when it is low or sold out. */
export function toAvailability(row: StockRow): Availability {
  const { sku, reserved: held, version } = row;
  const available = availableOf(row);
  if (available === 0) return { sku, state: 'sold-out', left: null, held, version };
  if (available <= LOW_STOCK) return { sku, state: 'low', left: available, held, version };
  return { sku, state: 'in-stock', left: null, held: null, version };
}

/** Whether a shopper would see the difference; a SKU that is new is always seen. */
export function looksDifferent(before: StockRow | null, after: StockRow): boolean {
  if (!before) return true;
  const [a, b] = [toAvailability(before), toAvailability(after)];
  return a.state !== b.state || a.left !== b.left || a.held !== b.held;
}
