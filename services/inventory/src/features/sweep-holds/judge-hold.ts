import type { OrderStateName } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';

/**
 * Whether an overdue hold may be given back. Expiry is decided by `order` alone: only an order that ended without
 * being paid, or was refunded, has no use for its hold. A hold of an order that nobody knows is kept for an hour.
 */
export function isOver(state: OrderStateName | null, dueForAnHour: boolean): boolean {
  switch (state) {
    case 'rejected':
    case 'cancelled':
    case 'expired':
    case 'refunded':
      return true;
    case null:
      return dueForAnHour;
    case 'placed':
    case 'reserved':
    case 'awaiting-payment':
    case 'paid':
    case 'fulfilling':
    case 'completed':
    case 'refunding':
      return false;
    default:
      return assertNever(state);
  }
}
