import { orderPaid, orderRefunding, stockConfirmed } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { type ItemOf, localInput } from '@evenkeel/messaging';
import type { ParcelInput } from './decide-batch.js';

/** The carrier comes: what is due, at most so many parcels, is done. Answered with how many were found. */
export const carrierRound = localInput<{ readonly limit: number }>()('fulfilment.carrier-round');

/** Everything that moves parcels. */
export const moving = [orderPaid, orderRefunding, stockConfirmed, carrierRound] as const;
export type ParcelItem = ItemOf<(typeof moving)[number]>;

/** The same thing in the words of this service. */
export function toParcelInput(item: ParcelItem): ParcelInput {
  switch (item.type) {
    case 'order.order-paid': {
      const { orderId, customerId, lines } = item.data;
      return {
        type: 'paid',
        orderId,
        customerId,
        lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      };
    }
    case 'order.order-refunding':
      return { type: 'refunding', orderId: item.data.orderId, customerId: item.data.customerId };
    case 'inventory.stock-confirmed':
      return { type: 'stock-confirmed', orderId: item.data.orderId };
    case 'fulfilment.carrier-round':
      return { type: 'carrier-round' };
    default:
      return assertNever(item);
  }
}
