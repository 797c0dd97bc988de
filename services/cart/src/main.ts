import { subscriptions } from '@evenkeel/contracts';
import { every, startPlainMessaging } from '@evenkeel/messaging';
import { plainMessagingActions, startProcess } from '@evenkeel/runtime';
import { Redis, ReplyError } from 'ioredis';
import { serviceConfig } from './config.js';
import { cartProjections } from './features/copy-catalogue/cart.projection.js';
import { fillCatalogue } from './features/copy-catalogue/copy-catalogue.js';
import { cartActions } from './service.js';
import { cartStore } from './store/cart-store.js';
import { catalogueStore } from './store/catalogue-store.js';

/** How soon an emptied Redis is noticed. */
const LOOK_MS = 1_000;
/** At a first start the owner of the products may not be there yet. */
const RETRY_MS = 250;

const config = serviceConfig();
const house = await startProcess(config);
const redis = new Redis(config.REDIS_URL, {
  maxRetriesPerRequest: 1,
  retryStrategy: (tries) => Math.min(1_000, 50 * tries),
});
redis.on('error', (error) => house.log.warn({ err: error }, 'Redis does not answer'));
house.onStop('redis', () => Promise.resolve(redis.disconnect()));
house.readiness('redis', async () => {
  await redis.ping();
});
const carts = cartStore(redis);
const catalogue = catalogueStore(redis);
house.readiness('copy of the catalogue', async () => {
  if (!(await catalogue.isFilled())) throw new Error('The copy of the catalogue is being fetched');
});
const { deadLetters } = await startPlainMessaging(house, {
  handlers: cartProjections(carts, catalogue),
  subscriptions: Object.values(subscriptions.cart),
  // What Redis answers is final; that it does not answer is not.
  isOutage: (error) => !(error instanceof ReplyError),
});
house.serve([
  ...cartActions({ carts, catalogue, clock: house.clock }),
  ...plainMessagingActions('cart', deadLetters),
]);
await house.ready();
const filling = every(house, {
  ms: LOOK_MS,
  retryMs: RETRY_MS,
  what: 'fill the copy of the catalogue',
  run: () => fillCatalogue(house, catalogue),
});
house.onStop('filling', () => filling.stop());
filling.soon();
