import type { OrderId } from '@evenkeel/kernel';
import type { FaultPoints, Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { selectOpenOrders } from '../../store/order-store.js';
import { deadlinePassed } from '../move-order/inputs.js';

const PAGE = 1_000;

export interface DeadlineSweep {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
  readonly faults: FaultPoints;
}

/**
 * Finds orders past their deadline and puts them into the lane, where each is decided like any other input. The walk
 * begins at the oldest order that still has a deadline; order numbers grow with time, so no index on it is needed.
 */
export function deadlineSweeper({ db, messaging, faults }: DeadlineSweep) {
  let oldest = '0';
  return async (): Promise<number> => {
    let from = oldest;
    let first: string | null = null;
    let found = 0;
    for (;;) {
      const rows = await db.query<{ id: string; due: boolean }>(selectOpenOrders(from, PAGE));
      first ??= rows[0]?.id ?? null;
      const due = rows.filter((row) => row.due);
      found += due.length;
      if (faults.armed && due.length > 0) await faults.cross('sweeper.found');
      await Promise.all(due.map((row) => messaging.tell(deadlinePassed, { orderId: row.id as OrderId })));
      const last = rows[rows.length - 1];
      if (!last || rows.length < PAGE) break;
      from = (BigInt(last.id) + 1n).toString();
    }
    // Nothing older is open; a number given out by a slow clock still lies within the look-back.
    oldest = first ?? oldest;
    return found;
  };
}
