import { isoNow } from '@evenkeel/kernel';
import { every, startMessaging } from '@evenkeel/messaging';
import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { accounts } from './features/accounts/accounts.handler.js';
import { seedDemoAccounts } from './features/accounts/seed-demo.handler.js';
import { registerHandler, signInHandler } from './features/accounts/sign-in.handler.js';
import { openSessions } from './features/sessions/sessions.handler.js';
import { identityActions } from './service.js';
import { sessionCache } from './store/session-cache.js';
import { deleteEndedSessions } from './store/session-store.js';

const HOUR_MS = 3_600_000;

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const cache = sessionCache(config.REDIS_URL, house.meter);
house.onStop('session cache', () => cache.close());
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [registerHandler, signInHandler],
  subscriptions: [],
});
const allowDemo = config.mode === 'demo';
if (allowDemo) {
  const seeded = await seedDemoAccounts(db, messaging, isoNow(house.clock));
  house.log.info({ seeded }, 'Demo accounts are there');
}
const cleaning = every(house, {
  ms: HOUR_MS,
  what: 'forget ended sessions',
  run: () => db.query(deleteEndedSessions),
});
house.onStop('cleaning', () => cleaning.stop());
const sessions = openSessions(db, cache);
house.serve(
  identityActions({
    db,
    sessions,
    accounts: accounts({ db, messaging, sessions, clock: house.clock, allowDemo }),
  }),
);
await house.ready();
