import { subscriptions } from '@evenkeel/contracts';
import { startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { connectModels } from './store/models.js';
import { startViews } from './views.js';

const config = serviceConfig();
const house = await startProcess(config);
const models = await connectModels(config.MONGO_URL);
house.onStop('mongo', () => models.connection.close());
house.readiness('mongo', async () => {
  await models.connection.db?.command({ ping: 1 });
});
house.serve(await startViews(house, { models, subscriptions: Object.values(subscriptions.views) }));
await house.ready();
