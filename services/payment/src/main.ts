import { subscriptions } from '@evenkeel/contracts';
import { every, type Messaging, startMessaging } from '@evenkeel/messaging';
import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { connectBank } from './bank/bank.js';
import { signedClient } from './bank/signed-client.js';
import { serviceConfig } from './config.js';
import { askBank } from './features/ask-bank/ask-bank.js';
import { paymentSweeper } from './features/ask-bank/payment.sweeper.js';
import { moveAttemptsHandler } from './features/move-attempts/move-attempts.handler.js';
import { callbackReader } from './features/receive-callback/receive-callback.js';
import { paymentActions } from './service.js';
import { deleteOldWebhooks } from './store/webhook-store.js';

const HOUR_MS = 3_600_000;

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const client = signedClient({
  url: config.BANK_URL,
  shopSecret: config.BANK_SIGNING_SHOP_SECRET,
  bankSecret: config.BANK_SIGNING_BANK_SECRET,
  connections: config.BANK_CONNECTIONS,
});
house.onStop('bank', () => client.close());

// The lane calls the bank after its commits, and the bank's words go into the lane: each knows the other.
let messaging: Messaging | undefined;
const asking = askBank({
  bank: connectBank(client),
  messaging: () => {
    if (!messaging) throw new Error('The bank spoke before the lane was open');
    return messaging;
  },
  onError: (error, what) => house.log.warn({ err: error }, `Could not ${what}; the sweeper asks again`),
});
messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [moveAttemptsHandler(asking)],
  subscriptions: Object.values(subscriptions.payment),
});
const jobs = [
  { ms: config.ASK_BANK_EVERY_MS, what: 'ask the bank', run: paymentSweeper(db, asking) },
  { ms: HOUR_MS, what: 'forget old callbacks', run: () => db.query(deleteOldWebhooks) },
].map((job) => every(house, job));
house.onStop('jobs', async () => {
  await Promise.all(jobs.map((job) => job.stop()));
});
house.serve(
  paymentActions({ db, messaging, readCallback: callbackReader(config.BANK_SIGNING_WEBHOOK_SECRET) }),
);
await house.ready();
