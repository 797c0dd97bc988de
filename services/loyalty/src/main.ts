import { subscriptions } from '@evenkeel/contracts';
import { derivedId } from '@evenkeel/kernel';
import { startMessaging } from '@evenkeel/messaging';
import { deadLetterActions, houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { moveBenefitsHandler } from './features/move-benefits/move-benefits.handler.js';
import { takeBackSurplusAction } from './features/move-benefits/take-back-surplus.handler.js';
import { publishCoupons, publishCouponsHandler } from './features/publish-coupons/publish-coupons.handler.js';
import { SEED_VERSION, seedCoupons } from './seed.js';
import { loyaltyActions } from './service.js';

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [moveBenefitsHandler(config.WELCOME_POINTS), publishCouponsHandler],
  subscriptions: Object.values(subscriptions.loyalty),
});
// Claimed in the inbox: said once, however often the service starts.
await messaging.tell(
  publishCoupons,
  { coupons: seedCoupons, version: SEED_VERSION },
  { id: derivedId('publish-coupons', String(SEED_VERSION)) },
);
house.serve([
  ...loyaltyActions(db),
  takeBackSurplusAction({ db, messaging }),
  ...deadLetterActions('loyalty', messaging.deadLetters),
]);
await house.ready();
