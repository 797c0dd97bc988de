import { subscriptions } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { every, startMessaging } from '@evenkeel/messaging';
import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { carrierDue, moveShipmentsHandler } from './features/move-shipments/move-shipments.handler.js';
import { fulfilmentActions } from './service.js';
import { selectDue } from './store/shipment-store.js';

/** Parcels that the carrier takes at a time. */
const LOAD = 500;

const config = serviceConfig();
const house = await startProcess(config);
const db = houseDatabase(house, config.databaseUrl);
const messaging = await startMessaging(house, {
  db,
  databaseUrl: config.databaseUrl,
  handlers: [
    moveShipmentsHandler({
      dispatchSeconds: config.CARRIER_DISPATCH_SECONDS,
      deliverSeconds: config.CARRIER_DELIVER_SECONDS,
      returnSeconds: config.CARRIER_RETURN_SECONDS,
    }),
  ],
  subscriptions: Object.values(subscriptions.fulfilment),
});
const carrying = every(house, {
  ms: config.CARRIER_SWEEP_MS,
  what: 'move parcels on',
  run: async () => {
    const due = await db.query<{ orderId: OrderId }>(selectDue(LOAD));
    await Promise.all(due.map((parcel) => messaging.tell(carrierDue, parcel)));
  },
});
house.onStop('carrier', () => carrying.stop());
house.serve(fulfilmentActions(db));
await house.ready();
