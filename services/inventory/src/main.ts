import { subscriptions } from '@evenkeel/contracts';
import { every, startMessaging } from '@evenkeel/messaging';
import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { moveStockHandler } from './features/move-stock/move-stock.handler.js';
import { holdSweeper } from './features/sweep-holds/hold.sweeper.js';
import { inventoryActions } from './service.js';

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [moveStockHandler],
  subscriptions: Object.values(subscriptions.inventory),
});
const sweeping = every(house, {
  ms: config.SWEEP_HOLDS_MS,
  what: 'look for holds past their expiry',
  run: holdSweeper(house, db, messaging),
});
house.onStop('sweeper', () => sweeping.stop());
house.serve(inventoryActions(db, messaging));
await house.ready();
