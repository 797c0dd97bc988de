import { subscriptions } from '@evenkeel/contracts';
import { every, startMessaging } from '@evenkeel/messaging';
import { deadLetterActions, houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { carrierRounds } from './features/carry-parcels/carrier.sweeper.js';
import { moveShipmentsHandler } from './features/move-shipments/move-shipments.handler.js';
import { fulfilmentActions } from './service.js';

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const carrier = {
  dispatchSeconds: config.CARRIER_DISPATCH_SECONDS,
  deliverSeconds: config.CARRIER_DELIVER_SECONDS,
  returnSeconds: config.CARRIER_RETURN_SECONDS,
};
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [moveShipmentsHandler(carrier)],
  subscriptions: Object.values(subscriptions.fulfilment),
});
const carrying = every(house, {
  ms: config.CARRIER_SWEEP_MS,
  what: 'let the carrier come',
  run: carrierRounds({ db, messaging, faults: house.faults }),
});
house.onStop('carrier', () => carrying.stop());
house.serve([...fulfilmentActions(db), ...deadLetterActions('fulfilment', messaging.deadLetters)]);
await house.ready();
