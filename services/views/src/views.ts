import type { Subscription } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import {
  every,
  type MessagingContext,
  ownStreams,
  publishPlain,
  startPlainMessaging,
} from '@evenkeel/messaging';
import { type House, plainMessagingActions, type ServedAction } from '@evenkeel/runtime';
import { auditActions } from './audit-actions.js';
import { guestsProjection } from './features/orders/guests.projection.js';
import { ordersProjection } from './features/orders/orders.projection.js';
import { productProjections } from './features/products/products.projection.js';
import { plansOf } from './features/rebuild/plans.handler.js';
import { rebuildDay } from './features/rebuild/rebuild-day.handler.js';
import { RebuildDesk } from './features/rebuild/rebuild-desk.handler.js';
import { rebuildOneOrder } from './features/rebuild/rebuild-one.handler.js';
import { rebuildProduct } from './features/rebuild/rebuild-product.handler.js';
import { rebuildWallet } from './features/rebuild/rebuild-wallet.handler.js';
import { rebuild } from './features/rebuild/rebuilder.handler.js';
import { dailySales } from './features/sales/daily-sales.js';
import { walletProjection } from './features/wallets/wallets.projection.js';
import { viewsActions } from './service.js';
import type { Models } from './store/models.js';
import { OrderStore } from './store/order-store.js';
import { isOutage } from './store/outage.js';
import { productStore } from './store/product-store.js';
import { purseStore } from './store/purse-store.js';
import { rebuildStore } from './store/rebuild-store.js';
import { shelfStore } from './store/shelf-store.js';
import { walletStore } from './store/wallet-store.js';
import { Turnstile } from './turnstile.js';

/** Sums of days may be this old while nobody asks; who asks gets them fresh. */
const SUM_DAYS_MS = 60_000;

export interface ViewsParts {
  readonly models: Models;
  readonly subscriptions: readonly Subscription[];
}

/** Puts the views service together in its surroundings and sets it going. */
export async function startViews(
  context: MessagingContext & Pick<House, 'call'>,
  { models, subscriptions }: ViewsParts,
): Promise<readonly ServedAction[]> {
  const { clock, log } = context;
  await ownStreams(context);
  const announce = (events: readonly Envelope[]) =>
    events.length > 0 ? publishPlain(context, events) : Promise.resolve([]);
  const orders = new OrderStore(models);
  const products = productStore(models);
  const wallets = walletStore(models);
  const sales = dailySales(models);
  const guests = await guestsProjection(models, orders);
  const { ownerOf } = guests;
  const turnstile = new Turnstile();
  const handlers = [
    guests.handler,
    ordersProjection({ store: orders, clock, ownerOf, announce, touched: (days) => sales.touch(days) }),
    ...productProjections({ store: products, clock, announce }),
    walletProjection({ store: wallets, clock, announce }),
  ].map((handler) => ({
    types: handler.types,
    handle: (batch: readonly Envelope[]) => turnstile.pass(() => handler.handle(batch)),
  }));
  const { deadLetters } = await startPlainMessaging(context, { handlers, subscriptions, isOutage });
  const summing = every(context, {
    ms: SUM_DAYS_MS,
    what: 'sum the sales of the day',
    run: () => sales.refresh(),
  });
  context.onStop('summing', () => summing.stop());

  const plans = plansOf({ clock, ownerOf, orders, sales });
  const rebuilding = { context, models, plans, turnstile, subscriptions };
  const desk = new RebuildDesk({
    store: rebuildStore(models),
    clock,
    log,
    rebuild: (model, onProgress) => rebuild(rebuilding, model, onProgress),
  });
  const [shelves, purses] = [shelfStore(models), purseStore(models)];
  const { call } = context;
  const anew = {
    order: rebuildOneOrder({ call, store: orders, sales, ownerOf, turnstile }),
    product: rebuildProduct({ call, shelves, turnstile }),
    wallet: rebuildWallet({ call, purses, turnstile }),
    day: rebuildDay({ sales, turnstile }),
  };
  return [
    ...viewsActions({ models, products, wallets, sales, desk }),
    ...auditActions({ models, shelves, purses, sales, anew }),
    ...plainMessagingActions('views', deadLetters),
  ];
}
