import { subscriptions } from '@evenkeel/contracts';
import { startMessaging } from '@evenkeel/messaging';
import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { bookJournalsHandler } from './features/book-journals/book-journals.handler.js';
import { financeActions } from './service.js';

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [bookJournalsHandler],
  subscriptions: Object.values(subscriptions.finance),
});
house.serve(financeActions(db));
await house.ready();
