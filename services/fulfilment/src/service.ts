import { defineGetCommands, listShipments } from '@evenkeel/contracts';
import { getCommandOutcomes } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from '@evenkeel/runtime';
import { type ShipmentRow, selectShipmentsBefore, toShipment } from './store/shipment-store.js';

/** The actions of the fulfilment service. */
export const fulfilmentActions = (db: Database): ServedAction[] => [
  action(listShipments, async ({ first, after, orderId, state }) => {
    const only = { orderId: orderId ?? null, state: state ?? null };
    const rows = await db.query<ShipmentRow>(selectShipmentsBefore(after ?? null, first, only));
    return {
      items: rows.map((row) => {
        const { stockConfirmed: _, dueIn: __, lines, ...shipment } = toShipment(row);
        return { ...shipment, lines: [...lines], createdAt: row.createdAt.toISOString() };
      }),
      next: rows.length === first ? (rows[rows.length - 1]?.orderId ?? null) : null,
    };
  }),
  action(defineGetCommands('fulfilment'), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
];
