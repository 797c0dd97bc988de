import { isoNow } from '@evenkeel/kernel';
import { isStillStored, type MessagingContext, ownStreams, publishPlain } from '@evenkeel/messaging';
import { productMessage, reviewMessage } from '../features/publish/messages.js';
import type { Models } from './models.js';

const BATCH = 100;
const NEWEST = 'newest';

/** Publishes documents whose newest version is not on the stream yet, until there are none. Returns how many. */
export async function publishPending(context: MessagingContext, models: Models): Promise<number> {
  let count = 0;
  for (;;) {
    const products = await models.products.find({ pending: true }).limit(BATCH).lean();
    const reviews = await models.reviews.find({ pending: true }).limit(BATCH).lean();
    if (products.length + reviews.length === 0) return count;
    const at = isoNow(context.clock);
    const streams = await ownStreams(context);
    if (context.faults.armed) await context.faults.cross('relay.before-publish');
    const published = await publishPlain(context, [
      ...products.map((product) => productMessage(product, at)),
      ...reviews.map((review) => reviewMessage(review, at)),
    ]);
    if (context.faults.armed) await context.faults.cross('relay.after-publish');
    // A version that came meanwhile stays pending: only the published one is marked.
    if (products.length > 0) {
      await models.products.bulkWrite(
        products.map(({ _id, version }) => ({
          updateOne: { filter: { _id, version }, update: { $set: { pending: false } } },
        })),
      );
    }
    if (reviews.length > 0) {
      await models.reviews.updateMany(
        { _id: { $in: reviews.map((r) => r._id) } },
        { $set: { pending: false } },
      );
    }
    const newest = published.reduce((a, b) => (b.seq > a.seq ? b : a));
    const created = streams.get(newest.stream);
    await models.relay.updateOne({ _id: NEWEST }, { $set: { ...newest, created } }, { upsert: true });
    count += products.length + reviews.length;
  }
}

/** Marks everything as unpublished when the broker lost what it had acknowledged. */
export async function rewindIfLost(context: MessagingContext, models: Models): Promise<boolean> {
  const newest = await models.relay.findOne({ _id: NEWEST }).lean();
  if (!newest || (await isStillStored(context, newest))) return false;
  if (context.faults.armed) await context.faults.cross('relay.rewinding');
  context.log.warn({ stream: newest.stream }, 'The broker lost messages; publishing the catalogue again');
  await models.products.updateMany({}, { $set: { pending: true } });
  await models.reviews.updateMany({}, { $set: { pending: true } });
  await models.relay.deleteOne({ _id: NEWEST });
  return true;
}
