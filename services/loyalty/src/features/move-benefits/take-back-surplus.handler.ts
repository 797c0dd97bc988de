import { type PointsPart, Problem, takeBackSurplus } from '@evenkeel/contracts';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action } from '@evenkeel/runtime';
import { selectParts } from '../../store/parts-store.js';
import { surplusFound } from './inputs.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
}

/** Takes back what the entries of a wallet have for an order beyond what it earned. */
export const takeBackSurplusAction = ({ db, messaging }: Parts) =>
  action(takeBackSurplus, async ({ orderId, dryRun }, { commandId, cause }) => {
    const before = (BigInt(orderId) - 1n).toString();
    const [points] = await db.query<PointsPart>(selectParts(before, orderId, 1));
    if (!points) throw new Problem('house.not-found', `Order ${orderId} earned no points`);
    const { customerId, entered } = points;
    const owed = points.earned - points.takenBack;
    const surplus = entered - owed;
    const from = `${entered} points`;
    if (surplus <= 0) return { needed: false, from, to: from };
    const found = { orderId, customerId, surplus };
    if (!dryRun) await messaging.tell(surplusFound, found, { id: commandId, cause });
    return { needed: true, from, to: `${owed} points` };
  });
