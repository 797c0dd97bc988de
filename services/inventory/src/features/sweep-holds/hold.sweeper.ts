import { getOrderStates, type OrderStateName } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import type { House } from '@evenkeel/runtime';
import { selectOverdueHolds } from '../../store/list-store.js';
import { holdExpired } from '../move-stock/move-stock.handler.js';

const PAGE = 100;

/** States in which an order has no use for a hold any more. */
const OVER: readonly OrderStateName[] = ['rejected', 'cancelled', 'expired', 'refunding', 'refunded'];

/** Holds that outlived their order, as `order` itself says: it alone decides what has expired (decisions.md 8). */
export const overdue = (
  holds: readonly { orderId: OrderId; round: number }[],
  states: readonly ({ orderId: OrderId; state: OrderStateName; round: number } | null)[],
) => {
  const known = new Map(states.flatMap((state) => (state ? [[state.orderId, state] as const] : [])));
  return holds.filter(({ orderId, round }) => {
    const order = known.get(orderId);
    return order === undefined || OVER.includes(order.state) || order.round > round;
  });
};

/** The safety net: looks for holds past their expiry and asks their orders before it gives anything back. */
export const holdSweeper =
  (house: House, db: Database, messaging: Messaging) => async (): Promise<number> => {
    const holds = await db.query<{ orderId: OrderId; round: number }>(selectOverdueHolds(PAGE));
    if (holds.length === 0) return 0;
    const orderIds = [...new Set(holds.map((hold) => hold.orderId))];
    const states = await house.call(getOrderStates, { orderIds });
    const gone = overdue(holds, states);
    await Promise.all(gone.map((hold) => messaging.tell(holdExpired, hold)));
    return gone.length;
  };
