import { getOrderStates, subscriptions } from '@evenkeel/contracts';
import { every, startMessaging } from '@evenkeel/messaging';
import { deadLetterActions, houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { moveStockHandler } from './features/move-stock/move-stock.handler.js';
import { holdSweeper } from './features/sweep-holds/hold.sweeper.js';
import { inventoryActions } from './service.js';
import { deleteOldKeys } from './store/key-store.js';

const HOUR_MS = 3_600_000;

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [moveStockHandler(house.meter)],
  subscriptions: Object.values(subscriptions.inventory),
});
const askOrders: Parameters<typeof holdSweeper>[0]['askOrders'] = (orderIds) =>
  house.call(getOrderStates, { orderIds });
const jobs = [
  {
    ms: config.SWEEP_HOLDS_MS,
    what: 'look for holds past their expiry',
    run: holdSweeper({ db, messaging, faults: house.faults, askOrders }),
  },
  { ms: HOUR_MS, what: 'forget old idempotency keys', run: () => db.query(deleteOldKeys) },
].map((job) => every(house, job));
house.onStop('jobs', async () => {
  await Promise.all(jobs.map((job) => job.stop()));
});
house.serve([
  ...inventoryActions({ db, messaging, askOrders }),
  ...deadLetterActions('inventory', messaging.deadLetters),
]);
await house.ready();
