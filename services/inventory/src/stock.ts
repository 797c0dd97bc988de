import { availabilityOf, type Stock } from '@evenkeel/contracts';
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

/** Whether a shopper would see the difference; a SKU that is new is always seen. */
export function looksDifferent(before: StockRow | null, after: StockRow): boolean {
  if (!before) return true;
  const [a, b] = [availabilityOf(before), availabilityOf(after)];
  return a.state !== b.state || a.left !== b.left || a.held !== b.held;
}
