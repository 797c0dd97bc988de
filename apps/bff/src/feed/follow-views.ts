import { every, type MessagingContext, tailViews } from '@evenkeel/messaging';
import type { ProductShelf } from '../shelf/product-shelf.js';
import { announcementOf } from './announcement.js';
import type { FeedHub } from './feed-hub.js';

const HEARTBEAT_MS = 15_000;
const LOOK_MS = 1_000;

/** Reads what views announces into the hub, and takes changed products off the shelf before anybody hears of them. */
export async function followViews(
  context: MessagingContext,
  hub: FeedHub,
  shelf: Pick<ProductShelf, 'forget'>,
): Promise<void> {
  const tail = await tailViews(context, (events, at) => {
    for (const event of events) {
      const announcement = announcementOf(event);
      if (announcement?.kind === 'PRODUCT') shelf.forget(announcement.data);
    }
    hub.publish(events, at);
  });
  const looking = every(context, {
    ms: LOOK_MS,
    what: 'look where the feed stands',
    run: async () => {
      hub.reach(tail.cursor());
      context.meter.gauge('feed_listeners', {}, hub.open());
    },
  });
  const beating = every(context, {
    ms: HEARTBEAT_MS,
    what: 'send a heartbeat',
    run: async () => hub.beat(),
  });
  context.readiness('feed', async () => {
    if (!hub.following()) throw new Error('The stream of view changes is not being read yet');
  });
  context.onStop('feed listeners', async () => {
    await looking.stop();
    await beating.stop();
    hub.endAll();
  });
}
