import { type CustomerId, newId, type OrderId } from '@evenkeel/kernel';

/** All money that can be counted: as points for an order it is more than finance can book. */
export const UNBOOKABLE = Number.MAX_SAFE_INTEGER;

/** Points that somebody earned by an order. */
export function earning(orderId: OrderId, earned: number) {
  const customerId = newId<CustomerId>();
  const wallet = { available: 0, frozen: 0, version: 1, entries: [] };
  const data = { orderId, customerId, spent: 0, earned, currency: 'CNY' as const, wallet };
  return { aggregateId: orderId, aggregateVersion: 1, data };
}
