import { releaseDeadHolds } from '@evenkeel/contracts';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action } from '@evenkeel/runtime';
import type { Reservation } from '../../reservation.js';
import { selectReservations } from '../../store/reservation-store.js';
import { holdOverdue } from '../move-stock/inputs.js';
import type { HoldSweep } from './hold.sweeper.js';
import { isOver } from './judge-hold.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
  readonly askOrders: HoldSweep['askOrders'];
}

/** Gives back what is held for an order that says that it has ended, whenever the hold would have expired. */
export const releaseDeadHoldsAction = ({ db, messaging, askOrders }: Parts) =>
  action(releaseDeadHolds, async ({ orderId, dryRun }) => {
    const rows = await db.query<Reservation>(selectReservations([orderId]));
    const held = rows.filter(({ status }) => status === 'HELD');
    const [order] = await askOrders([orderId]);
    const from = held.map(({ quantity, sku }) => `${quantity} × ${sku} held`).join(', ') || 'nothing held';
    if (held.length === 0 || !isOver(order?.state ?? null, true)) return { needed: false, from, to: from };
    const rounds = [...new Set(held.map(({ round }) => round))];
    if (!dryRun) await Promise.all(rounds.map((round) => messaging.tell(holdOverdue, { orderId, round })));
    return { needed: true, from, to: 'given back' };
  });
