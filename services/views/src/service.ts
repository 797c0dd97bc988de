import {
  getCustomer,
  getDailySales,
  getOrders,
  getProducts,
  getWallet,
  listCustomerOrders,
  listProductReviews,
  pageFrom,
  rebuildView,
} from '@evenkeel/contracts';
import type { CustomerId } from '@evenkeel/kernel';
import { action, type ServedAction } from '@evenkeel/runtime';
import { type OrderDocument, toOrderView } from './features/orders/order-document.js';
import type { RebuildDesk } from './features/rebuild/rebuild-desk.handler.js';
import type { dailySales } from './features/sales/daily-sales.js';
import type { Models } from './store/models.js';
import type { ProductStore } from './store/product-store.js';
import type { WalletStore } from './store/wallet-store.js';

interface Parts {
  readonly models: Models;
  readonly products: ProductStore;
  readonly wallets: WalletStore;
  readonly sales: ReturnType<typeof dailySales>;
  readonly desk: RebuildDesk;
}

/** The queries of the views service. An order of somebody else is answered like one that was never placed. */
export const viewsActions = ({ models, products, wallets, sales, desk }: Parts): ServedAction[] => [
  action(getOrders, async ({ orderIds }, context) => {
    const { sub } = context.requireCaller();
    const found = await findOrders(models, { _id: { $in: orderIds }, customerId: sub }, orderIds.length);
    const known = new Map(found.map((document) => [document._id, toOrderView(document)]));
    return orderIds.map((id) => known.get(id) ?? null);
  }),
  action(listCustomerOrders, async ({ first, after }, context) => {
    const { sub } = context.requireCaller();
    const found = await findOrders(
      models,
      { customerId: sub, ...(after ? { _id: { $lt: after } } : {}) },
      first + 1,
    );
    return pageFrom(found, first, { cursor: ({ _id }) => _id, item: toOrderView });
  }),
  action(getProducts, async ({ ids, slugs }) => {
    const [byId, bySlug] = await Promise.all([
      ids.length > 0 ? products.byIds(ids) : [],
      slugs.length > 0 ? products.bySlugs(slugs) : [],
    ]);
    const id = new Map(byId.map((view) => [view.product.id, view]));
    const slug = new Map(bySlug.map((view) => [view.product.slug, view]));
    return [...ids.map((key) => id.get(key) ?? null), ...slugs.map((key) => slug.get(key) ?? null)];
  }),
  action(listProductReviews, ({ productId, first, after }) =>
    products.reviews(productId, { first, after: after ?? null }),
  ),
  action(getWallet, async ({ first, after }, context) => {
    const { sub, kind } = context.requireCaller();
    if (kind === 'guest') return null;
    const page = await wallets.get(sub, { first, after: after ?? null });
    if (!page)
      return {
        customerId: sub,
        available: 0,
        frozen: 0,
        version: 1,
        entries: { items: [], cursors: [], next: null },
      };
    const { available, frozen, version } = page.wallet;
    return { customerId: sub, available, frozen, version, entries: page.entries };
  }),
  action(rebuildView, ({ model, key }, context) => desk.ask(model, `${context.requireCaller().sub}/${key}`)),
  action(getDailySales, ({ days }) => sales.latest(days)),
  action(getCustomer, ({ customerId }) => customerTotals(models, customerId)),
];

async function findOrders(models: Models, filter: object, limit: number): Promise<OrderDocument[]> {
  const found = await models.orders.collection.find(filter).sort({ _id: -1 }).limit(limit).toArray();
  return found as unknown as OrderDocument[];
}

async function customerTotals(models: Models, customerId: CustomerId) {
  const sums = await models.orders.aggregate<{
    _id: 'CNY' | 'USD' | null;
    orders: number;
    spent: number;
    refunded: number;
  }>([
    { $match: { customerId } },
    {
      $group: {
        _id: '$sales.currency',
        orders: { $sum: 1 },
        spent: { $sum: '$sales.gross' },
        refunded: { $sum: '$sales.refunded' },
      },
    },
  ]);
  if (sums.length === 0) return null;
  return {
    customerId,
    orders: sums.reduce((total, sum) => total + sum.orders, 0),
    totals: sums.flatMap(({ _id, spent, refunded }) => (_id ? [{ currency: _id, spent, refunded }] : [])),
  };
}
