import { defineGetCommands, listShipments, Problem, type SkuQuantity } from '@evenkeel/contracts';
import { getCommandOutcomes } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from '@evenkeel/runtime';
import { type ShipmentRow, selectShipmentsBefore } from './store/shipment-store.js';

/** The actions of the fulfilment service. */
export const fulfilmentActions = (db: Database): ServedAction[] => [
  action(listShipments, async ({ first, after, orderId, state }) => {
    if (after && !/^\d{1,19}$/.test(after)) {
      throw new Problem('house.invalid-input', 'This cursor is not one that this list has given out');
    }
    const only = { orderId: orderId ?? null, state: state ?? null };
    const rows = await db.query<ShipmentRow>(selectShipmentsBefore(after ?? null, first, only));
    return {
      items: rows.map(({ revision: _, lines, createdAt, ...row }) => ({
        ...row,
        lines: JSON.parse(lines) as SkuQuantity[],
        createdAt: createdAt.toISOString(),
      })),
      next: rows.length === first ? (rows[rows.length - 1]?.orderId ?? null) : null,
    };
  }),
  action(defineGetCommands('fulfilment'), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
];
