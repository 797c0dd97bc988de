import {
  adjustStock,
  confirmStock,
  orderPaid,
  productPublished,
  releaseStock,
  reserveStock,
  shipmentCancelled,
  shipmentReturned,
} from '@evenkeel/contracts';
import { assertNever, type Sku } from '@evenkeel/kernel';
import { type ItemOf, localInput } from '@evenkeel/messaging';
import type { RoundId } from '../../reservation.js';
import type { StockInput } from './decide-batch.js';

/** A hold outlived its order; `order` was asked first. */
export const holdOverdue = localInput<RoundId>()('inventory.hold-overdue');

/** Everything that touches stock. */
export const moving = [
  reserveStock,
  releaseStock,
  confirmStock,
  orderPaid,
  shipmentCancelled,
  shipmentReturned,
  productPublished,
  adjustStock,
  holdOverdue,
] as const;

export type StockItem = ItemOf<(typeof moving)[number]>;
export type AdjustItem = ItemOf<typeof adjustStock>;

export const isAdjustment = (item: StockItem): item is AdjustItem => item.type === 'inventory.adjust-stock';

/** The same thing in the words of this service. */
export function toStockInput(item: Exclude<StockItem, AdjustItem>): StockInput {
  switch (item.type) {
    case 'inventory.reserve-stock':
      return { type: 'try', ...item.data };
    case 'inventory.release-stock':
      return { type: 'cancel', orderId: item.data.orderId, round: item.data.round };
    case 'inventory.hold-overdue':
      return { type: 'expire', orderId: item.data.orderId, round: item.data.round };
    case 'order.order-paid':
    case 'inventory.confirm-stock':
      return { type: 'confirm', orderId: item.data.orderId, round: item.data.round };
    case 'fulfilment.shipment-cancelled':
    case 'fulfilment.shipment-returned':
      return { type: 'bring-back', orderId: item.data.orderId };
    case 'catalog.product-published': {
      const variants = item.data.variants.map(({ sku, openingStock }) => ({ sku: sku as Sku, openingStock }));
      return { type: 'supply', variants };
    }
    default:
      return assertNever(item);
  }
}
