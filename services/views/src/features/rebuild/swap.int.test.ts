import { subscriptions } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import { eventually, newOrderId } from '@evenkeel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OrderStore } from '../../store/order-store.js';
import { lifeOf } from '../../testing/order-life.js';
import { type ViewsInTest, viewsInTest } from '../../testing/views-in-test.js';
import { Turnstile } from '../../turnstile.js';
import { dailySales } from '../sales/daily-sales.js';
import { plansOf } from './plans.handler.js';
import { rebuild } from './rebuilder.handler.js';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest();
});
afterAll(() => views.close());

const orderId = newOrderId();
const [placed, payable, started] = lifeOf(orderId).whole as [Envelope, Envelope, Envelope];
const versionNow = async () => (await views.models.orders.findOne({ _id: orderId }).lean())?.version ?? 0;
/** Says something and waits until the page that is being read shows it. */
async function tellAndSee(event: Envelope): Promise<void> {
  await views.world.tell(views.house, [event]);
  await eventually(async () => expect(await versionNow()).toBe(event.aggregateVersion));
}

/** Does something before it lets through, each time something else. */
class Interrupted extends Turnstile {
  readonly #before: (() => Promise<void>)[];
  constructor(...before: (() => Promise<void>)[]) {
    super();
    this.#before = before;
  }
  override async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#before.shift()?.();
    return super.pass(work);
  }
}

test('the new one is as new as the old one when it takes its place, and what came after that is read once more', async () => {
  await tellAndSee(placed);
  const { models, house, world } = views;
  const plans = plansOf({
    clock: house.clock,
    ownerOf: (id) => id,
    orders: new OrderStore(models),
    sales: dailySales(models),
  });
  const { order } = plans;
  let caughtUp = 0;
  const interrupted = {
    ...order,
    // Each time the new one has caught up, somebody else writes to the old one.
    follow: (to: typeof models) =>
      order.follow(to).map(({ types, handle }) => ({
        types,
        async handle(events: readonly Envelope[]) {
          await handle(events);
          if (events.some(({ id }) => id === payable.id) && caughtUp++ === 0) await tellAndSee(started);
        },
      })),
  };
  const seen: number[] = [];
  const turnstile = new Interrupted(
    () => tellAndSee(payable),
    async () => void seen.push(await versionNow()),
  );
  const context = Object.assign(house, { call: world.call });
  const following = Object.values(subscriptions.views);
  const parts = {
    context,
    models,
    plans: { ...plans, order: interrupted },
    turnstile,
    subscriptions: following,
  };
  expect(await rebuild(parts, 'order', () => Promise.resolve())).toBe(1);
  expect(caughtUp).toBe(1);
  // What was known before the turn is in it at once; what came between is there when the rebuild is done.
  expect(seen).toEqual([payable.aggregateVersion]);
  expect(await versionNow()).toBe(started.aggregateVersion);
});
