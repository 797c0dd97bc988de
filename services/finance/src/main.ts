import { subscriptions } from '@evenkeel/contracts';
import { startMessaging } from '@evenkeel/messaging';
import { deadLetterActions, houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { bookJournalsHandler } from './features/book-journals/book-journals.handler.js';
import { rebookSaleAction } from './features/book-journals/rebook-sale.handler.js';
import { correctBankAction, correctBankHandler } from './features/correct-bank/correct-bank.handler.js';
import { financeActions } from './service.js';

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [bookJournalsHandler, correctBankHandler],
  subscriptions: Object.values(subscriptions.finance),
});
house.serve([
  ...financeActions(db),
  rebookSaleAction({ db, messaging, call: house.call }),
  correctBankAction({ db, messaging }),
  ...deadLetterActions('finance', messaging.deadLetters),
]);
await house.ready();
