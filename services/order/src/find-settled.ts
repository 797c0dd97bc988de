import type { OrderId } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import type { KeyId } from './order.js';
import { type KeyRow, selectKeys } from './store/key-store.js';
import { type OrderRow, selectOrders, toStoredOrder } from './store/order-store.js';
import type { Settled, StoredResult } from './workflows/saga/decision.js';

/** Those of the keys that have their result by now, whichever process decided it. */
export async function findSettled(db: Database, keys: readonly KeyId[]): Promise<Settled[]> {
  if (keys.length === 0) return [];
  const rows = (await db.query<KeyRow>(selectKeys(keys))).filter(({ result }) => result !== null);
  const orderIds = rows.map((row) => row.order_id as OrderId);
  const orders = orderIds.length > 0 ? await db.query<OrderRow>(selectOrders(orderIds)) : [];
  const known = new Map(orders.map((row) => [row.id, toStoredOrder(row).order]));
  return rows.flatMap(({ operation, key, order_id, result }) => {
    const order = known.get(order_id ?? '');
    return order && result
      ? [{ key: { operation, key }, order, result: JSON.parse(result) as StoredResult }]
      : [];
  });
}
