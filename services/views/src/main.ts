import { subscriptions } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import { every, ownStreams, publishPlain, startPlainMessaging } from '@evenkeel/messaging';
import { deadLetterAction, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { guestsProjection } from './features/orders/guests.projection.js';
import { ordersProjection } from './features/orders/orders.projection.js';
import { productProjections } from './features/products/products.projection.js';
import { dailySales } from './features/sales/daily-sales.js';
import { walletProjection } from './features/wallets/wallets.projection.js';
import { viewsActions } from './service.js';
import { connectModels } from './store/models.js';
import { OrderStore } from './store/order-store.js';
import { isOutage } from './store/outage.js';
import { productStore } from './store/product-store.js';
import { walletStore } from './store/wallet-store.js';

/** Sums of days may be this old while nobody asks; who asks gets them fresh. */
const SUM_DAYS_MS = 60_000;

const config = serviceConfig();
const house = await startProcess(config);
const models = await connectModels(config.MONGO_URL);
house.onStop('mongo', () => models.connection.close());
house.readiness('mongo', async () => {
  await models.connection.db?.command({ ping: 1 });
});
await ownStreams(house);

const announce = (events: readonly Envelope[]) =>
  events.length > 0 ? publishPlain(house, events) : Promise.resolve([]);
const orders = new OrderStore(models);
const products = productStore(models);
const wallets = walletStore(models);
const sales = dailySales(models);
const guests = await guestsProjection(models, orders);
const { clock } = house;
const { deadLetters } = await startPlainMessaging(house, {
  handlers: [
    guests.handler,
    ordersProjection({
      store: orders,
      clock,
      ownerOf: guests.ownerOf,
      announce,
      touched: (days) => sales.touch(days),
    }),
    ...productProjections({ store: products, clock, announce }),
    walletProjection({ store: wallets, clock, announce }),
  ],
  subscriptions: Object.values(subscriptions.views),
  isOutage,
});
const summing = every(house, {
  ms: SUM_DAYS_MS,
  what: 'sum the sales of the day',
  run: () => sales.refresh(),
});
house.onStop('summing', () => summing.stop());
house.serve([...viewsActions({ models, products, wallets, sales }), deadLetterAction('views', deadLetters)]);
await house.ready();
