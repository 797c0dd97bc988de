import { subscriptions } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { every, startMessaging } from '@evenkeel/messaging';
import { deadLetterActions, houseDatabase, startProcess } from '@evenkeel/runtime';
import { WAIT_MS } from './answers.js';
import { serviceConfig } from './config.js';
import { copyCatalogueHandler } from './features/copy-catalogue/copy-catalogue.handler.js';
import { mergeGuestsHandler } from './features/merge-guests/merge-guests.handler.js';
import { moveOrderHandler } from './features/move-order/move-order.handler.js';
import { placeOrderHandler } from './features/place-order/place-order.handler.js';
import { deadlineSweeper } from './features/sweep-deadlines/deadline.sweeper.js';
import { findSettled } from './find-settled.js';
import { validateTransitions } from './order-states.js';
import { orderActions } from './service.js';
import { deleteOldKeys } from './store/key-store.js';
import { orderNumbers } from './store/order-numbers.js';
import { type OrderRow, selectOrders, toStoredOrder } from './store/order-store.js';
import { Waiters } from './waiters.js';

/** Another instance may have decided a key that this one waits for. */
const LOOK_FOR_WAITERS_MS = 200;
const RESERVE_NUMBERS_MS = 1_000;
const HOUR_MS = 3_600_000;

validateTransitions();
const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);

const numbers = await orderNumbers(db, config.databaseUrl, house.clock);
house.onStop('order numbers', () => numbers.release());
const waiters = new Waiters();
const { PAY_WITHIN_SECONDS: payWithinSeconds, LAST_CALL_SECONDS: lastCallSeconds } = config;
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  subscriptions: Object.values(subscriptions.order),
  handlers: [
    copyCatalogueHandler,
    mergeGuestsHandler,
    placeOrderHandler({ nextId: numbers.next, payWithinSeconds }),
    moveOrderHandler({
      faults: house.faults,
      payWithinSeconds,
      lastCallSeconds,
      onSettled: (settled) => waiters.wake(settled),
    }),
  ],
});

const load = async (orderIds: readonly OrderId[]) =>
  (await db.query<OrderRow>(selectOrders(orderIds))).map((row) => toStoredOrder(row).order);
const jobs = [
  {
    ms: config.SWEEP_EVERY_MS,
    what: 'sweep orders past their deadline',
    run: deadlineSweeper({ db, messaging, faults: house.faults }),
  },
  {
    ms: LOOK_FOR_WAITERS_MS,
    what: 'look after waiting shoppers',
    run: async () => waiters.wake(await findSettled(db, waiters.keys())),
  },
  { ms: RESERVE_NUMBERS_MS, what: 'reserve order numbers', run: () => numbers.keep() },
  { ms: HOUR_MS, what: 'forget old idempotency keys', run: () => db.query(deleteOldKeys) },
].map((job) => every(house, job));
house.onStop('jobs', async () => {
  await Promise.all(jobs.map((job) => job.stop()));
});

house.serve([
  ...orderActions({
    db,
    messaging,
    answering: {
      load: async (orderId) => (await load([orderId]))[0] ?? null,
      wait: (key) => waiters.wait(key, WAIT_MS),
    },
  }),
  ...deadLetterActions('order', messaging.deadLetters),
]);
await house.ready();
