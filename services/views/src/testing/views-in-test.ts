import { randomUUID } from 'node:crypto';
import { type ActionOutput, type AnyAction, subscriptions } from '@evenkeel/contracts';
import { actionContextOf, callerOf, fakeHouse, throwAwayBroker } from '@evenkeel/testing';
import { connectModels } from '../store/models.js';
import { startViews } from '../views.js';
import { MARA } from './order-life.js';
import { World } from './world.js';

/** The views service on a database and a broker of its own, in a company that a test plays. */
export type ViewsInTest = Awaited<ReturnType<typeof viewsInTest>>;

export async function viewsInTest() {
  const url = process.env.MONGO_URL;
  if (!url) throw new Error('MONGO_URL is not set: run the integration project of vitest');
  const broker = await throwAwayBroker();
  const models = await connectModels(url, `views-${randomUUID().slice(0, 8)}`);
  const world = new World();
  const start = async () => {
    const house = await fakeHouse('views', { natsUrl: broker.url });
    const context = Object.assign(house, { call: world.call });
    const actions = await startViews(context, { models, subscriptions: Object.values(subscriptions.views) });
    return { house, actions };
  };
  const { house, actions } = await start();
  async function run<A extends AnyAction>(
    definition: A,
    input: object,
    kind: 'customer' | 'operator' = 'customer',
  ): Promise<ActionOutput<A>> {
    const served = actions.find((one) => one.definition.name === definition.name);
    if (!served) throw new Error(`${definition.name} is not served`);
    return (await served.run(input, actionContextOf(callerOf(kind, MARA)))) as ActionOutput<A>;
  }
  return {
    house,
    models,
    world,
    run,
    /** A second process of the service. */
    another: async () => (await start()).house,
    async close() {
      await house.stop();
      await models.connection.dropDatabase();
      await models.connection.close();
      await broker.stop();
    },
  };
}
