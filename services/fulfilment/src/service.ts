import { listShipments, pageFrom, type SkuQuantity } from '@evenkeel/contracts';
import type { Database } from '@evenkeel/postgres';
import { action, messagingActions, type ServedAction } from '@evenkeel/runtime';
import { type ShipmentRow, selectShipmentsBefore } from './store/shipment-store.js';

/** The actions of the fulfilment service. */
export const fulfilmentActions = (db: Database): ServedAction[] => [
  action(listShipments, async ({ first, after, orderId, state }) => {
    const only = { orderId: orderId ?? null, state: state ?? null };
    const rows = await db.query<ShipmentRow>(selectShipmentsBefore(after ?? null, first + 1, only));
    return pageFrom(rows, first, {
      cursor: (row) => row.orderId,
      item: ({ revision: _, lines, createdAt, dispatchedAt, deliveredAt, ...row }) => ({
        ...row,
        lines: JSON.parse(lines) as SkuQuantity[],
        createdAt: createdAt.toISOString(),
        dispatchedAt: dispatchedAt?.toISOString() ?? null,
        deliveredAt: deliveredAt?.toISOString() ?? null,
      }),
    });
  }),
  ...messagingActions('fulfilment', db),
];
