import {
  listOrderPartsOfViews,
  listProductPartsOfViews,
  listSalesDays,
  listWalletPartsOfViews,
  pageFrom,
  rebuildDay,
  rebuildOrder,
  rebuildProductInViews,
  rebuildWallet,
} from '@evenkeel/contracts';
import { action, type ServedAction } from '@evenkeel/runtime';
import { type OrderDocument, toViewPart } from './features/orders/order-document.js';
import { toShelfPart } from './features/products/shelf.js';
import type { rebuildDay as rebuildOneDay } from './features/rebuild/rebuild-day.handler.js';
import type { rebuildOneOrder } from './features/rebuild/rebuild-one.handler.js';
import type { rebuildProduct } from './features/rebuild/rebuild-product.handler.js';
import type { rebuildWallet as rebuildOneWallet } from './features/rebuild/rebuild-wallet.handler.js';
import type { dailySales } from './features/sales/daily-sales.js';
import type { Models } from './store/models.js';
import type { PurseStore } from './store/purse-store.js';
import { idsIn, rangeOf } from './store/range.js';
import type { ShelfStore } from './store/shelf-store.js';

export interface AuditParts {
  readonly models: Pick<Models, 'orders'>;
  readonly shelves: Pick<ShelfStore, 'list'>;
  readonly purses: Pick<PurseStore, 'list'>;
  readonly sales: Pick<ReturnType<typeof dailySales>, 'after'>;
  readonly anew: {
    readonly order: ReturnType<typeof rebuildOneOrder>;
    readonly product: ReturnType<typeof rebuildProduct>;
    readonly wallet: ReturnType<typeof rebuildOneWallet>;
    readonly day: ReturnType<typeof rebuildOneDay>;
  };
}

/** What the auditor asks: what every read model shows, and to build one of them anew. */
export const auditActions = ({ models, shelves, purses, sales, anew }: AuditParts): ServedAction[] => [
  action(listOrderPartsOfViews, async (asked) => {
    const range = rangeOf(asked);
    const found = await models.orders.collection
      .find(idsIn(range))
      .sort({ _id: 1 })
      .limit(range.limit)
      .toArray();
    const documents = found as unknown as OrderDocument[];
    return pageFrom(documents, asked.first, { cursor: ({ _id }) => _id, item: toViewPart });
  }),
  action(listProductPartsOfViews, async (asked) =>
    pageFrom(await shelves.list(rangeOf(asked)), asked.first, {
      cursor: ({ document }) => document._id,
      item: toShelfPart,
    }),
  ),
  action(listWalletPartsOfViews, async (asked) =>
    pageFrom(await purses.list(rangeOf(asked)), asked.first, {
      cursor: ({ customerId }) => customerId,
      item: (part) => part,
    }),
  ),
  action(listSalesDays, async ({ first, after }) =>
    pageFrom(await sales.after(after ?? null, first + 1), first, {
      cursor: ({ _id }) => _id,
      item: ({ _id: _, ...day }) => day,
    }),
  ),
  action(rebuildOrder, ({ orderId, dryRun }) => anew.order(orderId, dryRun)),
  action(rebuildProductInViews, ({ productId, dryRun }) => anew.product(productId, dryRun)),
  action(rebuildWallet, ({ customerId, dryRun }) => anew.wallet(customerId, dryRun)),
  action(rebuildDay, ({ day, dryRun }) => anew.day(day, dryRun)),
];
