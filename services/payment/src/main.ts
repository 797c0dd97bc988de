import { subscriptions } from '@evenkeel/contracts';
import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { startPayment } from './payment.js';

const config = serviceConfig();
const house = await startProcess(config);
const { actions, faults } = await startPayment(house, {
  db: houseDatabase(house, config.databaseUrl),
  databaseUrl: config.databaseUrl,
  subscriptions: Object.values(subscriptions.payment),
  bank: {
    url: config.BANK_URL,
    shopSecret: config.BANK_SIGNING_SHOP_SECRET,
    bankSecret: config.BANK_SIGNING_BANK_SECRET,
    connections: config.BANK_CONNECTIONS,
    timeoutMs: config.BANK_TIMEOUT_MS,
  },
  webhookSecret: config.BANK_SIGNING_WEBHOOK_SECRET,
  askEveryMs: config.ASK_BANK_EVERY_MS,
});
house.serve(actions);
house.faults.offer(faults);
await house.ready();
