import { every, watchConnection, watchStreams } from '@evenkeel/messaging';
import { startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { seedProducts, seedReviews } from './seed/index.js';
import { catalogActions } from './service.js';
import { catalogStore } from './store/catalog-store.js';
import { connectModels } from './store/models.js';
import { publishPending, rewindIfLost } from './store/relay.js';

const SWEEP_MS = 1_000;

const config = serviceConfig();
const house = await startProcess(config);
const models = await connectModels(config.MONGO_URL);
house.onStop('mongo', () => models.connection.close());
house.readiness('mongo', async () => {
  await models.connection.db?.command({ ping: 1 });
});
const store = catalogStore(models);
await store.seed(seedProducts, seedReviews);

let rewound = false;
const relay = every(house, {
  ms: SWEEP_MS,
  what: 'publish changed products',
  run: async () => {
    if (!rewound) await rewindIfLost(house, models);
    rewound = true;
    await publishPending(house, models);
  },
});
house.onStop('relay', () => relay.stop());
watchConnection(house.nats, {
  back: () => {
    rewound = false;
  },
});
await watchStreams(house);
house.serve(catalogActions(house, store, () => relay.soon()));
await house.ready();
relay.soon();
