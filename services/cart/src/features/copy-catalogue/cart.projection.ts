import { couponPublished, guestMerged, orderAwaitingPayment, productPublished } from '@evenkeel/contracts';
import { type PlainHandler, projects } from '@evenkeel/messaging';
import type { CartStore } from '../../store/cart-store.js';
import type { CatalogueStore } from '../../store/catalogue-store.js';
import { toEntries } from './copy-catalogue.js';

/** What the cart follows: the catalogue, coupons, orders that left it, and guests who signed in. */
export const cartProjections = (carts: CartStore, catalogue: CatalogueStore): PlainHandler[] => [
  projects([productPublished], (batch) =>
    catalogue.keepEntries(batch.flatMap((event) => toEntries(event.data, event.aggregateVersion))),
  ),
  projects([couponPublished], (batch) =>
    catalogue.keepCoupons(batch.map((event) => ({ terms: event.data, version: event.aggregateVersion }))),
  ),
  projects([orderAwaitingPayment], async (batch) => {
    const orders = batch.flatMap(({ id, data }) =>
      data.cartLines.length > 0 ? [{ eventId: id, customerId: data.customerId, lines: data.cartLines }] : [],
    );
    if (orders.length > 0) await carts.takeOut(orders);
  }),
  projects([guestMerged], async (batch) => {
    for (const { data } of batch) await carts.merge(data.guestId, data.customerId);
  }),
];
